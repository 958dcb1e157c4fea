// How are posts narrowed down?
import { SearchOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { POST_STATES } from '../../domain/opinion/post.ts';
import { isFiltered, type OpinionState } from './list-state.ts';

const PAUSE_MS = 300;

export function Filters(props: {
  readonly state: OpinionState;
  readonly set: (patch: Partial<OpinionState>) => void;
  readonly clear: () => void;
  readonly platforms: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly threshold: number;
}) {
  const { state, set, clear, threshold } = props;
  const text = useText();
  const say = useSay();
  return (
    <div className="filters">
      <Words value={state.q} onChange={(q) => set({ q })} />
      <Select
        mode="multiple"
        className="opinion-states"
        maxTagCount="responsive"
        allowClear
        aria-label={text('opinion.state')}
        placeholder={text('common.all')}
        value={state.state === '' ? [] : state.state.split(',')}
        onChange={(states: string[]) => set({ state: states.join(',') })}
        options={POST_STATES.map(({ code, label }) => ({
          value: code as string,
          label: `${say(label)} ${props.counts[code] ?? 0}`,
        }))}
      />
      <Select
        className="opinion-platform"
        aria-label={text('opinion.platform')}
        value={state.platform}
        onChange={(platform) => set({ platform })}
        options={[
          { value: '', label: text('opinion.platformAll') },
          ...props.platforms.map((name) => ({ value: name, label: name })),
        ]}
      />
      <Select
        className="opinion-min"
        aria-label={text('opinion.score')}
        value={state.min}
        onChange={(min) => set({ min })}
        options={[...new Set([0, threshold, 60, 80, state.min])]
          .sort((x, y) => x - y)
          .map((n) => ({ value: n, label: n === 0 ? text('opinion.any') : text('opinion.suspect', { n }) }))}
      />
      <Days state={state} set={set} />
      <Segmented<'score' | 'latest'>
        value={state.sort}
        onChange={(sort) => set({ sort })}
        options={[
          { value: 'score', label: text('opinion.byScore') },
          { value: 'latest', label: text('opinion.byLatest') },
        ]}
      />
      {isFiltered(state) && (
        <Button type="link" size="small" onClick={clear}>
          {text('opinion.clear')}
        </Button>
      )}
    </div>
  );
}

function Words(props: { readonly value: string; readonly onChange: (q: string) => void }) {
  const text = useText();
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      className="filter-search"
      allowClear
      prefix={<SearchOutlined className="quiet" />}
      aria-label={text('opinion.search')}
      placeholder={text('opinion.search')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

function Days(props: { readonly state: OpinionState; readonly set: (patch: Partial<OpinionState>) => void }) {
  const { state, set } = props;
  const text = useText();
  const language = useLanguage();
  return (['from', 'until'] as const).map((end) => (
    <DatePicker
      key={end}
      className="opinion-day"
      aria-label={text(`common.${end}`)}
      placeholder={text(`common.${end}`)}
      format={language === 'zh' ? 'YYYY年M月D日' : 'D MMM YYYY'}
      value={state[end] ? dayjs(state[end]) : null}
      onChange={(day) => set({ [end]: day?.format('YYYY-MM-DD') ?? '' })}
    />
  ));
}
