// Which facts does the assessment stand on, where does each come from, and what does the officer know beside?
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { type TextKey, useSay, useText } from '../../client/i18n.ts';
import { FieldInput } from '../../client/ui/field-input.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import type { Field } from '../../domain/kernel/record.ts';
import { ACTS } from '../../domain/law/fact-act.ts';
import { PERMIT_TYPES, VIOLATION_TYPES } from '../../domain/law/taxonomy.ts';
import { TOOL_TYPES } from '../../domain/law/tool.ts';
import { AnimalFacts } from './assessment-animals.tsx';
import { Circumstances } from './assessment-circumstances.tsx';
import { type AnimalFact, banOf, type Facts, listOf, noticeOf, type Tri, withFact } from './fact-state.ts';

type Source = ReplyOf<'caseAssessment'>['sources'][number];

interface FormProps {
  readonly facts: Facts;
  readonly sources: readonly Source[];
  readonly change: (facts: Facts) => void;
}

const DAY: Field = { type: 'day', label: ['日期', 'Day'] };

export function AssessmentFacts({ facts, sources, change }: FormProps) {
  const text = useText();
  const set = (field: string, value: unknown) => change(withFact(facts, field, value));
  const at = (field: string) => sources.find((source) => source.field === field);
  const day = String(facts['day'] ?? '');
  return (
    <div className="law-facts">
      <Part field="day" label="law.day" source={at('day')}>
        <FieldInput field={DAY} value={day || null} onChange={(value) => set('day', value)} />
      </Part>
      <Part field="acts" label="law.acts" source={at('acts')}>
        <Acts
          values={listOf(facts, 'acts').map(String)}
          change={(acts) => set('acts', acts.length > 0 ? acts : null)}
        />
      </Part>
      <Part field="animals" label="law.animals">
        <AnimalFacts
          animals={listOf(facts, 'animals') as readonly AnimalFact[]}
          change={(animals) => set('animals', animals.length > 0 ? animals : null)}
          day={day}
        />
      </Part>
      <Part field="methods" label="law.methods" source={at('methods')}>
        <Methods value={facts['methods']} change={(methods) => set('methods', methods)} />
      </Part>
      <Part field="banArea" label="law.banArea" source={at('banArea')}>
        <Ban label="law.banArea" value={facts['banArea']} change={(value) => set('banArea', value)} />
      </Part>
      <Part field="banPeriod" label="law.banPeriod" source={at('banPeriod')}>
        <Ban label="law.banPeriod" value={facts['banPeriod']} change={(value) => set('banPeriod', value)} />
      </Part>
      <Part field="place" label="law.place" source={at('place')}>
        <Input
          aria-label={text('law.place')}
          maxLength={200}
          value={String(facts['place'] ?? '')}
          onChange={(event) => set('place', event.target.value)}
        />
      </Part>
      <Part field="permit" label="law.permit" source={at('permit')}>
        <Permit value={facts['permit']} change={(permit) => set('permit', permit)} />
      </Part>
      <Part field="proceedsYuan" label="law.proceeds" source={at('proceedsYuan')}>
        <InputNumber
          aria-label={text('law.proceeds')}
          min={0}
          precision={2}
          value={typeof facts['proceedsYuan'] === 'number' ? facts['proceedsYuan'] : null}
          onChange={(yuan) => set('proceedsYuan', yuan)}
        />
      </Part>
      <Part field="circumstances" label="law.circumstances" source={at('circumstances')}>
        <Circumstances facts={facts} change={(value) => set('circumstances', value)} />
      </Part>
      <Part field="priorActs" label="law.priors" source={at('priorActs')}>
        <Priors
          rows={listOf(facts, 'priorActs') as readonly AnimalFact[]}
          change={(rows) => set('priorActs', rows.length > 0 ? rows : null)}
        />
      </Part>
    </div>
  );
}

const RECORD_OF: Readonly<Record<string, string>> = { seizure: 'seizure', clue: 'clue', notice: 'notice' };

function Part(props: {
  readonly field: string;
  readonly label: TextKey;
  readonly source?: Source | undefined;
  readonly children: ReactNode;
}) {
  const { field, label, source, children } = props;
  const text = useText();
  const say = useSay();
  const kind = source && RECORD_OF[source.from];
  const told = source && text('law.source', { said: say(source.said) });
  return (
    <section className="law-part" id={`law-${field}`} tabIndex={-1} aria-label={text(label)}>
      <h4>
        {text(label)}
        {source?.from === 'assumed' && <span className="mark soon">{text('law.assumed')}</span>}
      </h4>
      {children}
      {source && (
        <p className="quiet law-source">
          {kind && source.id ? (
            <RecordLink kind={kind} id={source.id}>
              {told}
            </RecordLink>
          ) : (
            told
          )}
        </p>
      )}
    </section>
  );
}

function Acts(props: { readonly values: readonly string[]; readonly change: (acts: string[]) => void }) {
  const text = useText();
  const say = useSay();
  const acts = ACTS.map(({ label }) => ({ value: label[0] as string, label: say(label) }));
  const types = VIOLATION_TYPES.map(({ code, label }) => ({ value: code as string, label: say(label) }));
  return (
    <Select
      mode="tags"
      aria-label={text('law.acts')}
      value={[...props.values]}
      onChange={props.change}
      options={[...acts, ...types]}
      optionFilterProp="label"
      style={{ width: '100%' }}
    />
  );
}

/** An empty list says that nothing was used; absent says nothing. */
function Methods(props: { readonly value: unknown; readonly change: (value: unknown) => void }) {
  const { value, change } = props;
  const text = useText();
  const say = useSay();
  const list = Array.isArray(value) ? value.map(String) : [];
  const none = Array.isArray(value) && value.length === 0;
  return (
    <>
      <div className="law-row">
        <Select
          mode="tags"
          aria-label={text('law.methods')}
          value={list}
          disabled={none}
          onChange={(methods) => change(methods.length > 0 ? methods : null)}
          options={TOOL_TYPES.map(({ label }) => ({ value: label[0], label: say(label) }))}
          optionFilterProp="label"
          style={{ flex: 1, minWidth: 180 }}
        />
        <Checkbox checked={none} onChange={(event) => change(event.target.checked ? [] : null)}>
          {text('law.noMethod')}
        </Checkbox>
      </div>
      <p className="quiet">{text('law.methodHint')}</p>
    </>
  );
}

function Ban(props: {
  readonly label: TextKey;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
}) {
  const text = useText();
  const tri: Tri = banOf(props.value);
  return (
    <div className="law-row">
      <TriSelect label={props.label} value={tri} change={props.change} />
      <span className="quiet">{noticeOf(props.value)}</span>
      <span className="visually-hidden">{text(props.label)}</span>
    </div>
  );
}

export function TriSelect(props: {
  readonly label: TextKey;
  readonly value: Tri;
  readonly change: (value: Tri) => void;
}) {
  const text = useText();
  return (
    <Select
      aria-label={text(props.label)}
      style={{ width: 120 }}
      value={props.value === null ? 'unknown' : props.value ? 'yes' : 'no'}
      onChange={(value) => props.change(value === 'unknown' ? null : value === 'yes')}
      options={[
        { value: 'unknown', label: text('law.unknown') },
        { value: 'yes', label: text('law.isYes') },
        { value: 'no', label: text('law.isNo') },
      ]}
    />
  );
}

function Permit(props: { readonly value: unknown; readonly change: (value: unknown) => void }) {
  const { value, change } = props;
  const text = useText();
  const say = useSay();
  const none = value === false || value === '无';
  const kinds = PERMIT_TYPES.map(({ label }) => ({ value: label[0] as string, label: say(label) }));
  const now = none ? '无' : value === true ? '持有' : Array.isArray(value) ? value[0] : value;
  return (
    <Select
      allowClear
      aria-label={text('law.permit')}
      placeholder={text('law.unknown')}
      style={{ minWidth: 220 }}
      value={typeof now === 'string' ? now : null}
      onChange={(next) => change(next === '无' ? false : next === '持有' ? true : next)}
      options={[
        { value: '无', label: text('law.permitNone') },
        { value: '持有', label: text('law.permitHeld') },
        ...kinds,
      ]}
    />
  );
}

function Priors(props: {
  readonly rows: readonly AnimalFact[];
  readonly change: (rows: readonly AnimalFact[]) => void;
}) {
  const { rows, change } = props;
  const text = useText();
  const set = (index: number, field: string, value: unknown) =>
    change(rows.map((row, at) => (at === index ? withFact(row, field, value) : row)));
  return (
    <>
      {rows.map((row, index) => (
        <div key={index} className="law-row law-prior">
          <FieldInput
            field={DAY}
            value={(row['day'] as string | undefined) ?? null}
            onChange={(day) => set(index, 'day', day)}
          />
          <div style={{ flex: 1, minWidth: 160 }}>
            <Acts
              values={listOf(row, 'acts').map(String)}
              change={(acts) => set(index, 'acts', acts.length > 0 ? acts : null)}
            />
          </div>
          <InputNumber
            min={0}
            placeholder={text('law.priorValue')}
            value={typeof row['valueYuan'] === 'number' ? row['valueYuan'] : null}
            onChange={(yuan) => set(index, 'valueYuan', yuan)}
          />
          <TriSelect
            label="law.priorHandled"
            value={typeof row['handled'] === 'boolean' ? row['handled'] : null}
            change={(handled) => set(index, 'handled', handled)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={text('law.remove')}
            onClick={() => change(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} className="no-print" onClick={() => change([...rows, {}])}>
        {text('law.addPrior')}
      </Button>
    </>
  );
}
