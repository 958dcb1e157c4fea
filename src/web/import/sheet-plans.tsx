// What does each sheet and column of the file mean? Guessed by the server, corrected here.
import { Button, Checkbox, Collapse, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { unitOf } from '../../client/format.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { FieldInput } from '../../client/ui/field-input.tsx';
import type { SheetPlan } from '../../contract/api.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { findKind, getKind, KINDS } from '../../domain/kind.ts';

const NONE = '';

export function SheetPlans(props: {
  readonly plans: readonly SheetPlan[];
  readonly busy: boolean;
  readonly send: (plans: SheetPlan[], saveAs: string) => void;
}) {
  const text = useText();
  const [plans, setPlans] = useState<SheetPlan[]>([...props.plans]);
  const [saveAs, setSaveAs] = useState('');
  const touched = JSON.stringify(plans) !== JSON.stringify(props.plans);
  const change = (index: number, plan: SheetPlan) =>
    setPlans((now) => now.map((old, at) => (at === index ? plan : old)));
  const unsure = plans.flatMap((plan, index) => (isUnsure(plan) ? [String(index)] : []));
  return (
    <section className="card">
      <h3>{text('import.sheets')}</h3>
      <Collapse
        size="small"
        defaultActiveKey={unsure}
        items={plans.map((plan, index) => ({
          key: String(index),
          label: <SheetTitle plan={plan} />,
          children: <SheetMapping plan={plan} onChange={(next) => change(index, next)} />,
        }))}
      />
      {touched && (
        <div className="row-line" style={{ marginTop: 12 }}>
          <Button type="primary" loading={props.busy} onClick={() => props.send(plans, saveAs.trim())}>
            {text('import.reread')}
          </Button>
          <Input
            style={{ maxWidth: 360 }}
            maxLength={60}
            value={saveAs}
            aria-label={text('import.saveAs')}
            placeholder={text('import.saveAs')}
            onChange={(event) => setSaveAs(event.target.value)}
          />
        </div>
      )}
    </section>
  );
}

function missingOf(plan: SheetPlan, kind: Kind) {
  const mapped = new Set(Object.values(plan.columns));
  return Object.entries(kind.fields).filter(
    ([name, field]) => field.required && !mapped.has(name) && (plan.defaults[name] ?? null) === null,
  );
}

function isUnsure(plan: SheetPlan): boolean {
  const kind = plan.kind ? findKind(plan.kind) : undefined;
  return kind !== undefined && missingOf(plan, kind).length > 0;
}

function SheetTitle(props: { readonly plan: SheetPlan }) {
  const { plan } = props;
  const text = useText();
  const say = useSay();
  const kind = plan.kind ? findKind(plan.kind) : undefined;
  const left = Object.values(plan.columns).filter((name) => name === null).length;
  return (
    <span>
      <strong>{plan.sheet}</strong> → {kind ? say(kind.label) : text('import.kindNone')}{' '}
      <span className="quiet">
        {kind && text('import.header', { n: plan.headerRow })}
        {kind && left > 0 && ` · ${text('import.unmapped', { n: left })}`}
      </span>
    </span>
  );
}

function SheetMapping(props: { readonly plan: SheetPlan; readonly onChange: (plan: SheetPlan) => void }) {
  const { plan, onChange } = props;
  const text = useText();
  const say = useSay();
  const kind = plan.kind ? findKind(plan.kind) : undefined;
  const kinds = [
    { value: NONE, label: text('import.kindNone') },
    ...KINDS.map((item) => ({ value: item.name, label: say(item.label) })),
  ];
  const missing = kind ? missingOf(plan, kind) : [];
  return (
    <>
      <div className="row-line">
        <span className="filter-label">{text('import.kind')}</span>
        <Select
          style={{ width: 220 }}
          aria-label={text('import.kind')}
          showSearch={{ optionFilterProp: 'label' }}
          value={plan.kind ?? NONE}
          options={kinds}
          onChange={(next) => onChange({ ...plan, kind: next === NONE ? null : next })}
        />
      </div>
      {kind && <ColumnMapping plan={plan} kind={kind} onChange={onChange} />}
      {missing.length > 0 && (
        <p className="field-wrong">
          {text('import.missing', { fields: missing.map(([, field]) => say(field.label)).join('、') })}
        </p>
      )}
      {kind && <Defaults plan={plan} kind={kind} onChange={onChange} />}
      {kind && <ReadingHints plan={plan} kind={kind} onChange={onChange} />}
    </>
  );
}

interface MappingProps {
  readonly plan: SheetPlan;
  readonly kind: Kind;
  readonly onChange: (plan: SheetPlan) => void;
}

function ColumnMapping(props: MappingProps) {
  const { plan, kind, onChange } = props;
  const text = useText();
  const say = useSay();
  const taken = new Set(Object.values(plan.columns));
  return (
    <div className="mapping">
      {Object.entries(plan.columns).map(([heading, name]) => (
        <div key={heading}>
          <span title={heading}>{heading}</span>
          <Select
            style={{ width: '100%' }}
            aria-label={`${heading} ${text('import.field')}`}
            showSearch={{ optionFilterProp: 'label' }}
            value={name ?? NONE}
            {...(name === null ? { status: 'warning' as const } : {})}
            options={[
              { value: NONE, label: text('import.fieldNone') },
              ...Object.entries(kind.fields).map(([field, { label, required }]) => ({
                value: field,
                label: required ? `${say(label)} *` : say(label),
                disabled: field !== name && taken.has(field),
              })),
            ]}
            onChange={(next) =>
              onChange({ ...plan, columns: { ...plan.columns, [heading]: next === NONE ? null : next } })
            }
          />
        </div>
      ))}
    </div>
  );
}

/** Kinds that may be registered on the way when the ledger knows no such name. */
const MAKEABLE = ['area', 'agency', 'person', 'venue', 'site'];

function ReadingHints(props: MappingProps) {
  const { plan, kind, onChange } = props;
  const text = useText();
  const say = useSay();
  const referred = new Set(
    Object.values(kind.fields).flatMap((field) => ('kind' in field ? [field.kind] : [])),
  );
  const options = MAKEABLE.filter((name) => referred.has(name)).map((name) => ({
    value: name,
    label: say(getKind(name).label),
  }));
  const chosen = plan.createMissing ?? [];
  return (
    <div className="row-line">
      {options.length > 0 && (
        <>
          <span className="filter-label">{text('import.createMissing')}</span>
          <Checkbox.Group
            options={options}
            value={chosen}
            onChange={(next) => onChange({ ...plan, createMissing: next })}
          />
        </>
      )}
      <span className="filter-label">{text('import.year')}</span>
      <InputNumber
        style={{ width: 110 }}
        min={1949}
        max={2100}
        precision={0}
        aria-label={text('import.year')}
        value={plan.year ?? null}
        onChange={(year) => onChange({ ...plan, year })}
      />
    </div>
  );
}

/** One value for every row: what the sheet's title said once, such as the campaign or the agency. */
function Defaults(props: MappingProps) {
  const { plan, kind, onChange } = props;
  const text = useText();
  const say = useSay();
  const mapped = new Set(Object.values(plan.columns));
  const open = Object.entries(kind.fields).filter(([name]) => !mapped.has(name));
  const chosen = open.filter(([name]) => name in plan.defaults);
  const rest = open.filter(([name]) => !(name in plan.defaults));
  const put = (name: string, value: unknown) =>
    onChange({ ...plan, defaults: { ...plan.defaults, [name]: value } });
  return (
    <>
      <span className="filter-label">{text('import.defaults')}</span>
      <div className="mapping">
        {chosen.map(([name, field]) => (
          <div key={name}>
            <span>{say(field.label)}</span>
            <FieldInput
              field={field}
              value={plan.defaults[name]}
              unit={unitOf(field, plan.defaults as Values)}
              onChange={(value) => put(name, value)}
            />
          </div>
        ))}
        <Select
          style={{ width: '100%', alignSelf: 'end' }}
          aria-label={text('import.addDefault')}
          placeholder={text('import.addDefault')}
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          options={rest.map(([name, field]) => ({ value: name, label: say(field.label) }))}
          onChange={(name: string | null) => name && put(name, null)}
        />
      </div>
    </>
  );
}
