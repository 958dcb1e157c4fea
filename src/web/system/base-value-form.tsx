// Which base values has the county entered, by which document, for which days?
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useEffect, useState } from 'react';
import { today } from '../../client/format.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { FieldInput } from '../../client/ui/field-input.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { SpeciesPicker } from '../../client/ui/species-picker.tsx';
import type { Field } from '../../domain/kernel/record.ts';
import { COUNTY_STATUSES } from '../../domain/law/base-status.ts';
import type { CountyBase } from '../../domain/law/base-value.ts';
import { BaseValueImport } from './base-value-import.tsx';
import { NationalBase } from './base-value-list.tsx';
import { useSetting } from './use-setting.ts';

const DAY: Field = { type: 'day', label: ['日期', 'Day'] };
const FRESH: CountyBase = {
  speciesId: '',
  fen: 0,
  unit: '只',
  docNo: '',
  status: 'unverified',
  from: '',
  until: null,
};

function isComplete(row: CountyBase): boolean {
  const ends = row.until === null || row.until === '' || row.until > row.from;
  return row.speciesId !== '' && row.fen > 0 && row.docNo.trim() !== '' && row.from !== '' && ends;
}

/** A row for the same species from the same day is the newer reading of it. */
function merged(now: readonly CountyBase[], read: readonly CountyBase[]): readonly CountyBase[] {
  const keyOf = (row: CountyBase) => `${row.speciesId} ${row.from}`;
  const fresh = new Map(read.map((row) => [keyOf(row), row]));
  const kept = now.map((row) => fresh.get(keyOf(row)) ?? row);
  const known = new Set(now.map(keyOf));
  return [...kept, ...[...fresh.values()].filter((row) => !known.has(keyOf(row)))];
}

export function BaseValueForm() {
  const text = useText();
  const { message } = App.useApp();
  const { query, save, busy, problem } = useSetting('baseValue');
  const [rows, setRows] = useState<readonly CountyBase[]>([]);
  const [asked, setAsked] = useState(false);
  const stored = query.data?.value;
  useEffect(() => setRows(Array.isArray(stored) ? (stored as CountyBase[]) : []), [stored]);
  const change = (index: number, patch: Partial<CountyBase>) =>
    setRows((now) => now.map((row, at) => (at === index ? { ...row, ...patch } : row)));
  const submit = () => {
    setAsked(true);
    if (rows.every(isComplete)) void save(rows);
  };
  const take = (read: readonly CountyBase[]) => {
    setRows((now) => merged(now, read));
    void message.info(text('base.read', { n: read.length }));
  };
  return (
    <section className="card">
      <h3>{text('base.title')}</h3>
      <p className="sub">{text('base.hint')}</p>
      <h4 className="base-part">{text('base.own')}</h4>
      {rows.length === 0 && <p className="quiet">{text('base.none')}</p>}
      {rows.length > 0 && (
        <div className="scroll-x">
          <table className="setting-table stack-table">
            <thead>
              <tr>
                <th>{text('setting.species')}</th>
                <th>{text('base.amount')}</th>
                <th>{text('base.unit')}</th>
                <th>{text('setting.docNo')}</th>
                <th>{text('base.status')}</th>
                <th>{text('setting.from')}</th>
                <th>{text('setting.until')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <OwnRow
                  key={index}
                  row={row}
                  change={(patch) => change(index, patch)}
                  remove={() => setRows((now) => now.filter((_, at) => at !== index))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked && !rows.every(isComplete) && <p className="field-wrong">{text('base.incomplete')}</p>}
      <ProblemNotice error={problem} />
      <div className="row-line">
        <Button icon={<PlusOutlined />} onClick={() => setRows((now) => [...now, FRESH])}>
          {text('setting.add')}
        </Button>
        <BaseValueImport take={take} />
        <Button type="primary" loading={busy} onClick={submit}>
          {text('common.save')}
        </Button>
      </div>
      <NationalBase />
    </section>
  );
}

function OwnRow(props: {
  readonly row: CountyBase;
  readonly change: (patch: Partial<CountyBase>) => void;
  readonly remove: () => void;
}) {
  const { row, change, remove } = props;
  const text = useText();
  const say = useSay();
  const species = row.speciesId === '' ? null : { id: row.speciesId, name: row.name ?? row.speciesId };
  return (
    <tr>
      <td data-label={text('setting.species')} style={{ minWidth: 150 }}>
        <SpeciesPicker
          value={species}
          onChange={(next) => change({ speciesId: next?.id ?? '', name: next?.name ?? '' })}
        />
      </td>
      <td data-label={text('base.amount')}>
        <InputNumber
          aria-label={text('base.amount')}
          style={{ width: 116 }}
          min={0}
          precision={2}
          value={row.fen === 0 ? null : row.fen / 100}
          onChange={(yuan) => change({ fen: Math.round((yuan ?? 0) * 100) })}
        />
      </td>
      <td data-label={text('base.unit')}>
        <Input
          aria-label={text('base.unit')}
          style={{ width: 64 }}
          maxLength={10}
          value={row.unit}
          onChange={(event) => change({ unit: event.target.value })}
        />
      </td>
      <td data-label={text('setting.docNo')}>
        <Input
          aria-label={text('setting.docNo')}
          maxLength={100}
          value={row.docNo}
          onChange={(event) => change({ docNo: event.target.value })}
        />
      </td>
      <td data-label={text('base.status')}>
        <Select
          aria-label={text('base.status')}
          style={{ width: 136 }}
          value={row.status}
          options={COUNTY_STATUSES.map(({ code, label }) => ({ value: code, label: say(label) }))}
          onChange={(status) => change({ status })}
        />
      </td>
      <td data-label={text('setting.from')}>
        <FieldInput
          field={DAY}
          value={row.from || null}
          onChange={(day) => change({ from: (day as string) ?? '' })}
        />
      </td>
      <td data-label={text('setting.until')} title={text('setting.untilHint')}>
        <FieldInput
          field={DAY}
          value={row.until}
          onChange={(day) => change({ until: (day as string) || null })}
        />
      </td>
      <td className="row-do">
        {row.until === null && row.from !== '' && row.from < today() && (
          <Button type="link" size="small" onClick={() => change({ until: today() })}>
            {text('base.close')}
          </Button>
        )}
        <Button type="text" icon={<DeleteOutlined />} aria-label={text('common.delete')} onClick={remove} />
      </td>
    </tr>
  );
}
