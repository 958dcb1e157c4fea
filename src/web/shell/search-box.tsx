// How is any record found? Ctrl K, a few characters, Enter.
import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef, Modal } from 'antd';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { recordPath } from '../../client/ui/record-link.tsx';
import { findKind } from '../../domain/kind.ts';

export function SearchBox() {
  const text = useText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <button type="button" className="search" aria-label={text('search.open')} onClick={() => setOpen(true)}>
        <SearchOutlined />
        <span className="search-words">{text('search.placeholder')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Modal
        open={open}
        footer={null}
        closable={false}
        width={600}
        style={{ top: 72 }}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <SearchPanel close={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function SearchPanel(props: { readonly close: () => void }) {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const navigate = useNavigate();
  const county = useCounty();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<InputRef>(null);
  const q = useDeferredValue(typed.trim());
  const query = useCall('search', { params: { county }, query: { q } }, { enabled: q !== '', keep: true });
  const species = useCall('species', { params: { county }, query: { q } }, { enabled: q !== '', keep: true });
  // Records are searched by the words they hold; pinyin, aliases and slips are turned into the species' name here.
  const meant = q === '' ? undefined : species.data?.matches.find((match) => match.zh !== q)?.zh;
  const hits = q === '' ? [] : (query.data?.hits ?? []);
  useEffect(() => {
    // The dialog moves focus to itself when it opens; take it back afterwards.
    const timer = setTimeout(() => input.current?.focus(), 60);
    return () => clearTimeout(timer);
  }, []);
  const open = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    props.close();
    void navigate(recordPath(hit.kind, hit.id));
  };
  const steer = (event: KeyboardEvent) => {
    // While an input method composes, Enter and arrows belong to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt((n) => Math.min(n + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt((n) => Math.max(n - 1, 0));
    else if (event.key === 'Enter' && hits.length === 0 && meant) setTyped(meant);
    else if (event.key === 'Enter') open(at);
    else return;
    event.preventDefault();
  };
  return (
    <div className="find">
      <Input
        ref={input}
        size="large"
        value={typed}
        prefix={<SearchOutlined />}
        placeholder={text('search.placeholder')}
        aria-label={text('search.placeholder')}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={steer}
      />
      <div className="find-hits" aria-live="polite">
        {hits.map((hit, index) => {
          const kind = findKind(hit.kind);
          return (
            <button
              type="button"
              key={hit.id}
              className={index === at ? 'hit on' : 'hit'}
              onMouseEnter={() => setAt(index)}
              onClick={() => open(index)}
            >
              <span className="hit-kind">{kind ? say(kind.label) : hit.kind}</span>
              <span className="hit-name">{hit.name || hit.no}</span>
              <span className="quiet">
                {[hit.no, hit.day ? formatDayText(hit.day, language) : ''].filter(Boolean).join(' · ')}
              </span>
            </button>
          );
        })}
        {meant && query.isFetched && (
          <button type="button" className="hit" onClick={() => setTyped(meant)}>
            <SearchOutlined /> {text('search.species', { name: meant })}
          </button>
        )}
        {q === '' && <p className="quiet find-note">{text('search.start')}</p>}
        {q !== '' && query.isFetched && hits.length === 0 && (
          <p className="quiet find-note">{text('search.none', { q })}</p>
        )}
      </div>
      <p className="quiet find-foot">{text('search.hint')}</p>
    </div>
  );
}
