// Which species does the province protect beyond the national lists, by which document, from which day?
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useSay, useText } from '../../client/i18n.ts';
import { FieldInput } from '../../client/ui/field-input.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { SpeciesPicker } from '../../client/ui/species-picker.tsx';
import type { Field, SpeciesValue } from '../../domain/kernel/record.ts';
import { PROTECTION_LEVELS } from '../../domain/law/taxonomy.ts';
import { useSetting } from './use-setting.ts';

/** As the law reads it; `name` is kept for people. */
interface Row {
  readonly speciesId: string;
  readonly name?: string;
  readonly level: 'provincialKey' | 'provincial';
  readonly docNo: string;
  readonly from: string;
  readonly until: string | null;
}

const LOCAL_LEVELS = ['provincialKey', 'provincial'] as const;
const DAY: Field = { type: 'day', label: ['日期', 'Day'] };
const FRESH: Row = { speciesId: '', level: 'provincialKey', docNo: '', from: '', until: null };

const isComplete = (row: Row) => row.speciesId !== '' && row.docNo.trim() !== '' && row.from !== '';

export function ProtectionForm() {
  const text = useText();
  const { query, save, busy, problem } = useSetting('localProtection');
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [asked, setAsked] = useState(false);
  const stored = query.data?.value;
  useEffect(() => setRows(Array.isArray(stored) ? (stored as Row[]) : []), [stored]);
  const change = (index: number, patch: Partial<Row>) =>
    setRows((now) => now.map((row, at) => (at === index ? { ...row, ...patch } : row)));
  const submit = () => {
    setAsked(true);
    if (rows.every(isComplete)) void save(rows);
  };
  return (
    <section className="card">
      <h3>{text('setting.protection')}</h3>
      <p className="sub">{text('setting.protectionHint')}</p>
      {rows.length === 0 && <p className="quiet">{text('setting.none')}</p>}
      {rows.length > 0 && (
        <div className="scroll-x">
          <table className="setting-table">
            <thead>
              <tr>
                <th>{text('setting.species')}</th>
                <th>{text('setting.level')}</th>
                <th>{text('setting.docNo')}</th>
                <th>{text('setting.from')}</th>
                <th>{text('setting.until')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <ProtectionRow
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
      {asked && !rows.every(isComplete) && <p className="field-wrong">{text('setting.incomplete')}</p>}
      <ProblemNotice error={problem} />
      <div className="row-line">
        <Button icon={<PlusOutlined />} onClick={() => setRows((now) => [...now, FRESH])}>
          {text('setting.add')}
        </Button>
        <Button type="primary" loading={busy} onClick={submit}>
          {text('common.save')}
        </Button>
      </div>
    </section>
  );
}

function ProtectionRow(props: {
  readonly row: Row;
  readonly change: (patch: Partial<Row>) => void;
  readonly remove: () => void;
}) {
  const { row, change, remove } = props;
  const text = useText();
  const say = useSay();
  const species: SpeciesValue | null = row.speciesId
    ? { id: row.speciesId, name: row.name ?? row.speciesId }
    : null;
  const levels = PROTECTION_LEVELS.filter((level) => LOCAL_LEVELS.some((code) => code === level.code));
  return (
    <tr>
      <td style={{ minWidth: 180 }}>
        <SpeciesPicker
          value={species}
          onChange={(next) => change({ speciesId: next?.id ?? '', name: next?.name ?? '' })}
        />
      </td>
      <td>
        <Select
          style={{ width: 130 }}
          aria-label={text('setting.level')}
          value={row.level}
          options={levels.map((level) => ({ value: level.code as Row['level'], label: say(level.label) }))}
          onChange={(level) => change({ level })}
        />
      </td>
      <td>
        <Input
          aria-label={text('setting.docNo')}
          value={row.docNo}
          onChange={(event) => change({ docNo: event.target.value })}
        />
      </td>
      <td>
        <FieldInput
          field={DAY}
          value={row.from || null}
          onChange={(day) => change({ from: (day as string) ?? '' })}
        />
      </td>
      <td title={text('setting.untilHint')}>
        <FieldInput
          field={DAY}
          value={row.until}
          onChange={(day) => change({ until: (day as string) ?? null })}
        />
      </td>
      <td>
        <Button type="text" icon={<DeleteOutlined />} aria-label={text('common.delete')} onClick={remove} />
      </td>
    </tr>
  );
}
