// What is it worth by the method, from which numbers and articles, and what did somebody confirm?
import { Button, Input, InputNumber, Select } from 'antd';
import { useMemo, useState } from 'react';
import { formatDayText, formatNumber } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { usePunctuation } from '../../client/punctuation.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import type { Label } from '../../domain/kernel/label.ts';
import type { Quantity } from '../../domain/kernel/quantity.ts';
import type { SpeciesValue, Values } from '../../domain/kernel/record.ts';
import { amount, en, zh } from '../../domain/kernel/wording.ts';
import { BASE_STATUSES } from '../../domain/law/base-status.ts';
import { countyBase, NATIONAL_BASE } from '../../domain/law/base-value.ts';
import { taxonLabel, unitLabel } from '../../domain/law/base-value-word.ts';
import { type LocalRow, protectionOn } from '../../domain/law/protection.ts';
import { valueAnimal } from '../../domain/law/valuation.ts';
import type { AnimalForm, AnimalItem, AnimalOrigin, ValuationLine } from '../../domain/law/valuation-line.ts';
import type { Valued } from '../../domain/seizure/custody.ts';
import type { Opening } from './custody-panel.tsx';

const FORMS: Readonly<Record<string, AnimalForm>> = {
  live: 'live',
  carcass: 'dead',
  product: 'product',
  egg: 'egg',
};
const ORIGINS = [
  { value: 'wild', label: ['野外来源', 'wild'] },
  { value: 'bred', label: ['人工繁育', 'captive-bred'] },
  { value: 'listedBred', label: ['列入名录的人工繁育', 'captive-bred, listed'] },
] as const satisfies readonly { value: AnimalOrigin; label: readonly [string, string] }[];

interface Told {
  readonly origin: AnimalOrigin | undefined;
  readonly part: number | null;
  readonly document: string;
}

/** The seizure as the method asks for it; what is not known is left out. */
function itemOf(values: Values, told: Told): AnimalItem {
  const species = (values['species'] ?? { id: null, name: '' }) as SpeciesValue;
  const { value, bound } = (values['quantity'] ?? { value: null, bound: 'unknown' }) as Quantity;
  const form = FORMS[String(values['form'])];
  const counted = values['unit'] === 'head' || values['unit'] === 'piece';
  return {
    ...{ speciesId: species.id, name: species.name },
    ...(counted && value !== null ? { count: value } : {}),
    ...(bound === 'exact' ? {} : { countBound: bound }),
    ...(values['unit'] === 'kg' && value !== null ? { mass: value * 1000 } : {}),
    ...(form ? { form } : {}),
    ...(told.origin ? { origin: told.origin } : {}),
    ...(told.part ? { part: told.part, partDocument: told.document } : {}),
  };
}

export function ValuePanel(props: {
  readonly values: Values;
  readonly valued: Valued | null;
  readonly may: boolean;
  readonly open: (opening: Opening) => void;
}) {
  const { values } = props;
  const text = useText();
  const county = useCounty();
  const base = useCall('settings', { params: { county, name: 'baseValue' } }, { staleTime: 300_000 });
  const local = useCall('settings', { params: { county, name: 'localProtection' } }, { staleTime: 300_000 });
  const [told, tell] = useState<Told>({ origin: undefined, part: null, document: '' });
  const rows = useMemo(() => [...countyBase(base.data?.value), ...NATIONAL_BASE], [base.data]);
  const day = String(values['day']);
  const item = itemOf(values, told);
  const locals = Array.isArray(local.data?.value) ? (local.data.value as LocalRow[]) : [];
  if (values['form'] === 'tool')
    return (
      <section className="custody-part" aria-label={text('value.title')}>
        <h3>{text('value.title')}</h3>
        <p className="quiet">{text('value.notAnimal')}</p>
        <Stated {...props} line={null} />
        <ValueButtons {...props} line={null} />
      </section>
    );
  const protection = protectionOn(item.speciesId ?? '', day, locals);
  const line = valueAnimal(item, { day, rows, protection });
  return (
    <section className="custody-part" aria-label={text('value.title')}>
      <h3>{text('value.title')}</h3>
      <Stated {...props} line={line} />
      <Choices told={told} tell={tell} part={values['form'] === 'product'} />
      <Line line={line} />
      <ValueButtons {...props} line={line} />
    </section>
  );
}

/** What was confirmed; the difference to the method is said beside it. */
function Stated(props: {
  readonly values: Values;
  readonly valued: Valued | null;
  readonly line: ValuationLine | null;
}) {
  const { values, valued, line } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const fen = values['value'];
  if (typeof fen !== 'number') return null;
  const assessed = valued?.assessed ?? line?.assessed ?? null;
  const differs = assessed !== null && assessed !== fen;
  return (
    <p>
      <b>{text('value.stated', { value: say(amount(fen)) })}</b>{' '}
      {differs && (
        <span className="mark soon">{text('value.difference', { value: say(signed(fen - assessed)) })}</span>
      )}{' '}
      {valued && <span className="quiet">{formatDayText(valued.on, language)}</span>}
    </p>
  );
}

function signed(fen: number): Label {
  const [sign, size] = [fen < 0 ? '−' : '+', amount(Math.abs(fen))];
  return [zh`${sign}${size}`, en`${sign}${size}`];
}

function Choices(props: {
  readonly told: Told;
  readonly tell: (told: Told) => void;
  readonly part: boolean;
}) {
  const { told, tell, part } = props;
  const text = useText();
  const say = useSay();
  return (
    <div className="value-choice no-print">
      <span>{text('value.originChoice')}</span>
      <Select
        allowClear
        value={told.origin ?? null}
        placeholder={text('value.originUnknown')}
        aria-label={text('value.originChoice')}
        onChange={(origin) => tell({ ...told, origin: origin ?? undefined })}
        options={ORIGINS.map(({ value, label }) => ({ value, label: say(label) }))}
        style={{ width: 190 }}
      />
      {part && (
        <>
          <InputNumber
            min={0}
            max={1}
            step={0.05}
            value={told.part}
            placeholder={text('value.partShare')}
            aria-label={text('value.partShare')}
            onChange={(share) => tell({ ...told, part: share })}
            style={{ width: 170 }}
          />
          <Input
            value={told.document}
            placeholder={text('value.partDocument')}
            aria-label={text('value.partDocument')}
            onChange={(event) => tell({ ...told, document: event.target.value })}
            style={{ width: 170 }}
          />
        </>
      )}
    </div>
  );
}

function Line(props: { readonly line: ValuationLine }) {
  const { line } = props;
  const text = useText();
  const say = useSay();
  const { aside, list, pair } = usePunctuation();
  const status = BASE_STATUSES.find((each) => each.code === line.base?.status);
  const factor = (n: number | null) => (n === null ? '—' : formatNumber(n, 6));
  return (
    <>
      <dl className="value-lines">
        <Pair
          label={text('value.base')}
          value={
            line.base
              ? `${say(amount(line.base.fen))}${aside(
                  say([
                    zh`${taxonLabel(line.base)}，${unitLabel(line.base.unit)}`,
                    en`${taxonLabel(line.base)}, per ${unitLabel(line.base.unit)}`,
                  ]),
                )}`
              : '—'
          }
        />
        <Pair label={text('value.status')} value={status ? say(status.label) : '—'} />
        <Pair label={text('value.multiple')} value={line.base?.whole ? '1' : factor(line.multiple)} />
        <Pair label={text('value.part')} value={factor(line.part)} />
        <Pair label={text('value.origin')} value={factor(line.originFactor)} />
        <Pair label={text('value.count')} value={factor(line.count)} />
        <Pair
          label={text('value.assessed')}
          value={line.assessed === null ? text('value.unknown') : say(amount(line.assessed))}
        />
      </dl>
      <ul className="value-notes">
        {line.missing.length > 0 && <li>{pair(text('value.missing'), list(line.missing.map(say)))}</li>}
        {line.notes.map((note) => (
          <li key={note[0]}>{say(note)}</li>
        ))}
        {line.articles.length > 0 && <li>{pair(text('value.articles'), list(line.articles.map(say)))}</li>}
      </ul>
    </>
  );
}

function Pair(props: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd className="num">{props.value}</dd>
    </div>
  );
}

/** The reckoning in one line, as it goes into the record. */
function basisOf(line: ValuationLine): string {
  const status = BASE_STATUSES.find((each) => each.code === line.base?.status)?.label[0] ?? '';
  const factors = [line.base?.whole ? 1 : line.multiple, line.part, line.originFactor, line.count].map(
    (n) => n ?? 1,
  );
  const base = line.base ? `${line.base.fen / 100}元（${line.base.taxon}，${status}）` : '';
  return `${base}×${factors.join('×')}；${line.articles.map(([chinese]) => chinese).join('；')}`;
}

function ValueButtons(props: {
  readonly may: boolean;
  readonly valued: Valued | null;
  readonly line: ValuationLine | null;
  readonly open: (opening: Opening) => void;
}) {
  const { may, valued, line, open } = props;
  const text = useText();
  if (!may) return null;
  const assessed = line?.assessed ?? null;
  const known = assessed === null ? {} : { assessed };
  const found = valued?.way === 'appraised';
  return (
    <div className="step-buttons no-print">
      {line?.value !== null && line && !found && (
        <Button
          onClick={() =>
            open({
              step: 'value',
              fixed: { way: 'method', value: line.value, ...known, basis: basisOf(line) },
            })
          }
        >
          {text('value.confirm')}
        </Button>
      )}
      <Button onClick={() => open({ step: 'value', fixed: { way: 'appraised', ...known } })}>
        {text('value.appraised')}
      </Button>
      {!found && (
        <Button onClick={() => open({ step: 'value', fixed: { way: 'manual', ...known } })}>
          {text('value.manual')}
        </Button>
      )}
    </div>
  );
}
