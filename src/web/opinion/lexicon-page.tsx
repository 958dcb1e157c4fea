// Which words does the county screen by, and what would they make of a text?
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { type TextKey, useSay, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { has, mayRead } from '../../domain/access/access.ts';
import { getKind } from '../../domain/kind.ts';
import type { CountyWord, LexiconSetting } from '../../domain/opinion/lexicon.ts';
import { RULES } from '../../domain/opinion/screen.ts';
import { WORD_CATEGORIES, type WordCategory } from '../../domain/opinion/word.ts';
import { useSetting } from '../system/use-setting.ts';
import { MarkedText } from './marked-text.tsx';
import { ScoreMark } from './post-line.tsx';
import './opinion.css';

const FRESH: CountyWord = { word: '', category: 'slang' };

export function LexiconPage() {
  const text = useText();
  const { actor } = useSession();
  const [rows, setRows] = useState<readonly CountyWord[]>([]);
  if (!mayRead(actor, getKind('clue'))) return <EmptyState title={text('problem.noRight')} />;
  return (
    <>
      <p className="crumb">
        <Link to="/opinion">{text('opinion.title')}</Link>
      </p>
      <div className="page-head">
        <h2>{text('lexicon.title')}</h2>
      </div>
      <p className="sub opinion-page-hint">{text('lexicon.hint')}</p>
      <Outdated />
      <OwnWords rows={rows} setRows={setRows} />
      <Try />
      <InForce change={(word) => setRows((now) => [...now, word])} />
      <Rules />
    </>
  );
}

function Outdated() {
  const text = useText();
  const { actor, county } = useSession();
  const { act, busy } = useAct();
  const [left, setLeft] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const query = useCall('opinionLexicon', { params: { county }, query: {} });
  const outdated = query.data?.outdated ?? 0;
  const run = async () => {
    setProblem(null);
    try {
      for (let rest = outdated; rest > 0; ) {
        const done = (await act('opinion.rescreen', {})) as { done: number; left: number };
        rest = done.done === 0 ? 0 : done.left;
        setLeft(rest);
      }
    } catch (error) {
      setProblem(error);
    }
    setLeft(null);
  };
  if (outdated === 0 && left === null) return null;
  return (
    <section className="card">
      <div className="row-line">
        <span>{text('lexicon.outdated', { n: outdated })}</span>
        {has(actor, 'opinion.write') && (
          <Button loading={busy || left !== null} onClick={() => void run()}>
            {left === null ? text('lexicon.rescreen') : text('lexicon.rescreening', { n: left })}
          </Button>
        )}
      </div>
      <ProblemNotice error={problem} />
    </section>
  );
}

function OwnWords(props: {
  readonly rows: readonly CountyWord[];
  readonly setRows: (change: (now: readonly CountyWord[]) => readonly CountyWord[]) => void;
}) {
  const { rows, setRows } = props;
  const text = useText();
  const { actor, county } = useSession();
  const { query, save, busy, problem } = useSetting('opinionLexicon');
  const usual = useCall('opinionLexicon', { params: { county }, query: {} });
  const [threshold, setThreshold] = useState<number | null>(null);
  const stored = query.data?.value as Partial<LexiconSetting> | null | undefined;
  useEffect(() => {
    setRows(() => stored?.words ?? []);
    setThreshold(stored?.threshold ?? null);
  }, [stored, setRows]);
  const change = (index: number, patch: Partial<CountyWord>) =>
    setRows((now) => now.map((row, at) => (at === index ? { ...row, ...patch } : row)));
  const edits = has(actor, 'settings');
  const put = () =>
    void save({
      threshold: threshold ?? usual.data?.threshold ?? 35,
      words: rows.filter((row) => row.word.trim() !== ''),
    });
  return (
    <section className="card">
      <h3>{text('lexicon.own')}</h3>
      <div className="row-line">
        <label htmlFor="lexicon-threshold">{text('lexicon.threshold')}</label>
        <InputNumber
          id="lexicon-threshold"
          min={1}
          max={100}
          disabled={!edits}
          value={threshold ?? usual.data?.threshold ?? null}
          onChange={setThreshold}
        />
      </div>
      {rows.length === 0 && <p className="quiet">{text('lexicon.ownNone')}</p>}
      {rows.length > 0 && (
        <div className="scroll-x">
          <table className="setting-table lexicon-table">
            <thead>
              <tr>
                {(
                  ['word', 'category', 'weight', 'guarded', 'exceptions', 'variants', 'note', 'off'] as const
                ).map((name) => (
                  <th key={name}>{text(`lexicon.${name}`)}</th>
                ))}
                <th />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <WordRow
                  key={index}
                  row={row}
                  edits={edits}
                  change={(patch) => change(index, patch)}
                  remove={() => setRows((now) => now.filter((_, at) => at !== index))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ProblemNotice error={problem} />
      {edits && (
        <div className="row-line">
          <Button icon={<PlusOutlined />} onClick={() => setRows((now) => [...now, FRESH])}>
            {text('lexicon.addWord')}
          </Button>
          <Button type="primary" loading={busy} onClick={put}>
            {text('common.save')}
          </Button>
        </div>
      )}
    </section>
  );
}

const listOf = (typed: string) => typed.split(/[\s,，、]+/).filter(Boolean);

function WordRow(props: {
  readonly row: CountyWord;
  readonly edits: boolean;
  readonly change: (patch: Partial<CountyWord>) => void;
  readonly remove: () => void;
}) {
  const { row, edits, change } = props;
  const text = useText();
  const say = useSay();
  const { weight, ...rest } = row;
  return (
    <tr>
      <td>
        <Input
          aria-label={text('lexicon.word')}
          disabled={!edits}
          value={row.word}
          maxLength={20}
          onChange={(event) => change({ word: event.target.value })}
        />
      </td>
      <td>
        <Select<WordCategory>
          aria-label={text('lexicon.category')}
          style={{ width: 120 }}
          disabled={!edits}
          value={row.category}
          onChange={(category) => change({ category })}
          options={WORD_CATEGORIES.map(({ code, label }) => ({ value: code, label: say(label) }))}
        />
      </td>
      <td>
        <InputNumber
          aria-label={text('lexicon.weight')}
          min={0}
          max={50}
          disabled={!edits}
          placeholder={text('lexicon.weightUsual')}
          value={weight ?? null}
          onChange={(value) => change(value === null ? { ...rest } : { weight: value })}
        />
      </td>
      <td title={text('lexicon.guardedHint')}>
        <Checkbox
          aria-label={text('lexicon.guarded')}
          disabled={!edits}
          checked={row.guarded ?? false}
          onChange={(event) => change({ guarded: event.target.checked })}
        />
      </td>
      <td>
        <Input
          aria-label={text('lexicon.exceptions')}
          disabled={!edits}
          defaultValue={row.exceptions?.join(' ')}
          onChange={(event) => change({ exceptions: listOf(event.target.value) })}
        />
      </td>
      <td>
        <Input
          aria-label={text('lexicon.variants')}
          disabled={!edits}
          defaultValue={row.variants?.join(' ')}
          onChange={(event) => change({ variants: listOf(event.target.value) })}
        />
      </td>
      <td>
        <Input
          aria-label={text('lexicon.note')}
          disabled={!edits}
          value={row.note}
          maxLength={100}
          onChange={(event) => change({ note: event.target.value })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={text('lexicon.off')}
          disabled={!edits}
          checked={row.off ?? false}
          onChange={(event) => change({ off: event.target.checked })}
        />
      </td>
      <td>
        {edits && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={text('common.delete')}
            onClick={props.remove}
          />
        )}
      </td>
    </tr>
  );
}

function Try() {
  const text = useText();
  const { county } = useSession();
  const [typed, setTyped] = useState('');
  const later = useDeferredValue(typed.trim());
  const query = useCall(
    'opinionScreen',
    { params: { county }, body: { texts: [later] } },
    { enabled: later !== '', keep: true },
  );
  const screening = later === '' ? undefined : query.data?.screenings[0];
  return (
    <section className="card">
      <h3>{text('lexicon.try')}</h3>
      <Input.TextArea
        aria-label={text('lexicon.try')}
        placeholder={text('lexicon.tryHint')}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={typed}
        maxLength={2000}
        onChange={(event) => setTyped(event.target.value)}
      />
      {screening && (
        <div className="opinion-line inner">
          <ScoreMark score={screening.score} threshold={query.data?.threshold ?? 35} />
          <div className="opinion-what">
            <MarkedText text={later} hits={screening.hits} />
            <div className="opinion-meta">
              {screening.parts.map((part) => (
                <span key={part.rule}>
                  {part.points > 0 ? `+${part.points}` : part.points} {part.words.join('、')}
                </span>
              ))}
            </div>
          </div>
        </div>
      )}
    </section>
  );
}

type Word = ReplyOf<'opinionLexicon'>['words'][number];

function InForce(props: { readonly change: (word: CountyWord) => void }) {
  const text = useText();
  const say = useSay();
  const { actor, county } = useSession();
  const [typed, setTyped] = useState('');
  const [category, setCategory] = useState<WordCategory | ''>('slang');
  const q = useDeferredValue(typed.trim());
  const query = useCall(
    'opinionLexicon',
    { params: { county }, query: { ...(q ? { q } : {}), ...(category ? { category } : {}) } },
    { keep: true },
  );
  const words = query.data?.words ?? [];
  const own = ({ word, category: of, weight, guarded, exceptions }: Word): CountyWord => ({
    ...{ word, category: of, weight, guarded, exceptions },
  });
  return (
    <section className="card">
      <h3>{text('lexicon.force')}</h3>
      <div className="filters lexicon-find">
        <Input
          className="filter-search"
          allowClear
          aria-label={text('lexicon.find')}
          placeholder={text('lexicon.find')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select<WordCategory | ''>
          style={{ width: 140 }}
          aria-label={text('lexicon.category')}
          value={category}
          onChange={setCategory}
          options={[
            { value: '', label: text('common.all') },
            ...WORD_CATEGORIES.map(({ code, label }) => ({ value: code, label: say(label) })),
          ]}
        />
        <span className="quiet">
          {text('lexicon.forceCount', { n: query.data?.total ?? 0, shown: words.length })}
        </span>
      </div>
      <div className="scroll-x">
        <table className="lexicon-words">
          <thead>
            <tr>
              {(['word', 'category', 'weight', 'guarded', 'exceptions', 'source'] as const).map((name) => (
                <th key={name}>{text(`lexicon.${name}`)}</th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {words.map((word) => (
              <tr key={`${word.category} ${word.word}`}>
                <td>{word.word}</td>
                <td>{say(WORD_CATEGORIES.find((each) => each.code === word.category)?.label ?? ['', ''])}</td>
                <td className="num">{word.category === 'benign' ? `−${word.weight}` : word.weight}</td>
                <td>{word.guarded ? text('common.yes') : ''}</td>
                <td className="quiet">{word.exceptions.join(' ')}</td>
                <td className="quiet">{text(`lexicon.source.${word.source}` as TextKey)}</td>
                <td>
                  {has(actor, 'settings') && word.source !== 'county' && (
                    <Button type="link" size="small" onClick={() => props.change(own(word))}>
                      {text('lexicon.change')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Rules() {
  const text = useText();
  const say = useSay();
  return (
    <section className="card">
      <h3>{text('lexicon.rules')}</h3>
      <ul className="opinion-steps">
        {Object.entries(RULES).map(([rule, label]) => (
          <li key={rule}>{say(label)}</li>
        ))}
      </ul>
    </section>
  );
}
