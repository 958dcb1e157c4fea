// How is a register narrowed down? Words, period, and every coded or referring field.
import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Badge, Button, DatePicker, Input, Popover, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { levelLabel } from '../../client/level.ts';
import { RefsPicker } from '../../client/ui/ref-picker.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import { useRefNames } from '../../client/ui/use-ref-names.ts';
import type { Field, Kind } from '../../domain/kernel/record.ts';
import { PROTECTION_LEVELS } from '../../domain/law/taxonomy.ts';
import { isFiltered, type ListState } from './list-state.ts';

type Set = (patch: Partial<ListState>) => void;
interface BarProps {
  readonly kind: Kind;
  readonly state: ListState;
  readonly set: Set;
  readonly clear: () => void;
}

const FILTERABLE = ['code', 'codes', 'ref', 'refs', 'bool', 'species'];

export function FilterBar(props: BarProps) {
  const { kind, state, set, clear } = props;
  const text = useText();
  const active = Object.keys(state.filters).length + (state.withdrawn === 'no' ? 0 : 1);
  return (
    <div className="filters">
      <SearchInput value={state.q} onChange={(q) => set({ q })} />
      <Period state={state} set={set} />
      <Popover trigger="click" placement="bottomLeft" content={<FilterForm {...props} />}>
        <Badge count={active} size="small" color="var(--pine)">
          <Button icon={<FilterOutlined />}>{text('register.filter')}</Button>
        </Badge>
      </Popover>
      {Object.entries(state.filters).map(([name, wanted]) => {
        const field = kind.fields[name];
        return field ? (
          <ActiveFilter
            key={name}
            field={field}
            wanted={wanted}
            drop={() => set({ filters: { [name]: [] } })}
          />
        ) : null;
      })}
      {isFiltered(state) && (
        <Button type="link" size="small" onClick={clear}>
          {text('register.clear')}
        </Button>
      )}
    </div>
  );
}

const PAUSE_MS = 300;
function SearchInput(props: { readonly value: string; readonly onChange: (q: string) => void }) {
  const text = useText();
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      className="filter-search"
      allowClear
      prefix={<SearchOutlined className="quiet" />}
      aria-label={text('register.search')}
      placeholder={text('register.search')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

function Period(props: { readonly state: ListState; readonly set: Set }) {
  const { state, set } = props;
  const text = useText();
  const language = useLanguage();
  const now = dayjs();
  const narrow = useNarrow();
  const write = (day: dayjs.Dayjs | null | undefined) => day?.format('YYYY-MM-DD') ?? null;
  if (narrow) return <PeriodEnds {...props} />;
  return (
    <DatePicker.RangePicker
      className="filter-period"
      format={language === 'zh' ? 'YYYY年M月D日' : 'D MMM YYYY'}
      allowEmpty={[true, true]}
      value={[state.from ? dayjs(state.from) : null, state.until ? dayjs(state.until) : null]}
      onChange={(range) => set({ from: write(range?.[0]), until: write(range?.[1]) })}
      presets={[
        { label: text('period.month'), value: [now.startOf('month'), now.endOf('month')] },
        { label: text('period.year'), value: [now.startOf('year'), now.endOf('year')] },
        {
          label: text('period.lastYear'),
          value: [now.subtract(1, 'year').startOf('year'), now.subtract(1, 'year').endOf('year')],
        },
      ]}
    />
  );
}

/** A calendar of two months is wider than a phone: there, each end is chosen by itself. */
function PeriodEnds(props: { readonly state: ListState; readonly set: Set }) {
  const { state, set } = props;
  const text = useText();
  const language = useLanguage();
  const end = (name: 'from' | 'until') => (
    <DatePicker
      aria-label={text(`common.${name}`)}
      placeholder={text(`common.${name}`)}
      format={language === 'zh' ? 'YYYY年M月D日' : 'D MMM YYYY'}
      value={state[name] ? dayjs(state[name]) : null}
      onChange={(day) => set({ [name]: day?.format('YYYY-MM-DD') ?? null })}
    />
  );
  return (
    <div className="filter-period">
      {end('from')}
      {end('until')}
    </div>
  );
}

function FilterForm(props: BarProps) {
  const { kind, state, set } = props;
  const text = useText();
  const say = useSay();
  const fields = Object.entries(kind.fields).filter(([, field]) => FILTERABLE.includes(field.type));
  return (
    <div className="filter-form">
      {fields.map(([name, field]) => (
        <div key={name}>
          <span className="filter-label">{say(field.label)}</span>
          <FilterInput
            field={field}
            value={state.filters[name] ?? []}
            onChange={(wanted) => set({ filters: { [name]: wanted } })}
          />
        </div>
      ))}
      <div>
        <span className="filter-label">{text('register.withdrawn')}</span>
        <Select
          style={{ width: '100%' }}
          value={state.withdrawn}
          onChange={(withdrawn) => set({ withdrawn })}
          options={[
            { value: 'no', label: text('register.withdrawnNo') },
            { value: 'yes', label: text('register.withdrawnYes') },
            { value: 'only', label: text('register.withdrawnOnly') },
          ]}
        />
      </div>
    </div>
  );
}

function useFilterOptions(field: Field) {
  const say = useSay();
  const text = useText();
  if ('codes' in field) return field.codes.map((code) => ({ value: code.code, label: say(code.label) }));
  if (field.type === 'bool')
    return [
      { value: 'true', label: text('common.yes') },
      { value: 'false', label: text('common.no') },
    ];
  return PROTECTION_LEVELS.map((level) => ({ value: level.code as string, label: say(level.label) }));
}

function FilterInput(props: {
  readonly field: Field;
  readonly value: readonly string[];
  readonly onChange: (wanted: readonly string[]) => void;
}) {
  const { field, value, onChange } = props;
  const text = useText();
  const options = useFilterOptions(field);
  if (field.type === 'ref' || field.type === 'refs')
    return <RefsPicker kind={field.kind} value={[...value]} onChange={(next) => onChange(next ?? [])} />;
  return (
    <Select
      mode="multiple"
      allowClear
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={text('common.all')}
      value={[...value]}
      onChange={onChange}
      options={options}
    />
  );
}

function ActiveFilter(props: {
  readonly field: Field;
  readonly wanted: readonly string[];
  readonly drop: () => void;
}) {
  const { field, wanted, drop } = props;
  const say = useSay();
  const language = useLanguage();
  const options = useFilterOptions(field);
  const refers = field.type === 'ref' || field.type === 'refs';
  const nameFor = useRefNames(refers ? field.kind : '', refers ? wanted : []);
  const word = (value: string) => {
    if (refers) return nameFor(value);
    if (field.type === 'species') return say(levelLabel(value));
    return options.find((option) => option.value === value)?.label ?? value;
  };
  return (
    <Tag className="chip" closable variant="filled" onClose={drop}>
      {say(field.label)}
      {language === 'zh' ? '：' : ': '}
      {wanted.map(word).join(language === 'zh' ? '、' : ', ')}
    </Tag>
  );
}
