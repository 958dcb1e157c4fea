// Which days are off and which weekends are worked, by which notice, and what does the county correct?
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { FieldInput } from '../../client/ui/field-input.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { yearOf } from '../../domain/kernel/day.ts';
import type { Field } from '../../domain/kernel/record.ts';
import { type CountyDay, type CountyYear, HOLIDAY_YEARS, readHoliday } from '../../domain/law/calendar.ts';
import { HolidayNotice } from './holiday-notice.tsx';
import { useSetting } from './use-setting.ts';

const DAY: Field = { type: 'day', label: ['日期', 'Day'] };
const FRESH: CountyDay = { day: '', working: false, name: '', docNo: '' };
const HELD = HOLIDAY_YEARS.map((notice) => notice.year);
const LAST = Math.max(...HELD);

const isComplete = (row: CountyDay) => row.day !== '' && row.name.trim() !== '' && row.docNo.trim() !== '';

export function CalendarForm() {
  const text = useText();
  const language = useLanguage();
  const { query, save, busy, problem } = useSetting('holiday');
  const [rows, setRows] = useState<readonly CountyDay[]>([]);
  const [years, setYears] = useState<readonly CountyYear[]>([]);
  const [year, setYear] = useState(LAST);
  const [asked, setAsked] = useState(false);
  const stored = query.data?.value;
  useEffect(() => {
    const read = readHoliday(stored);
    setRows(read.ok ? read.value.rows : []);
    setYears(read.ok ? read.value.years : []);
  }, [stored]);
  const twice = rows.find((row, at) => row.day !== '' && rows.findIndex((r) => r.day === row.day) < at);
  const complete = rows.every(isComplete) && years.every((own) => own.docNo.trim() !== '');
  const submit = () => {
    const right = complete && !twice;
    setAsked(!right);
    if (right) void save({ rows, years });
  };
  return (
    <section className="card">
      <h3>{text('calendar.title')}</h3>
      <p className="sub">{text('calendar.hint')}</p>
      <div className="row-line">
        <Select
          aria-label={text('calendar.year')}
          value={year}
          style={{ width: 110 }}
          options={yearsToShow(rows, years).map((value) => ({ value, label: String(value) }))}
          onChange={setYear}
        />
      </div>
      <HolidayNotice year={year} county={{ rows: rows.filter(isComplete), years }} />
      {!HELD.includes(year) && (
        <WholeYear
          year={year}
          own={years.find((own) => own.year === year)}
          change={(own) => setYears((now) => [...now.filter((y) => y.year !== year), ...(own ? [own] : [])])}
        />
      )}
      <h4>{text('calendar.own')}</h4>
      {rows.length === 0 && <p className="quiet">{text('calendar.none')}</p>}
      {rows.length > 0 && (
        <CountyDays
          rows={rows}
          change={(at, patch) =>
            setRows((now) => now.map((row, i) => (i === at ? { ...row, ...patch } : row)))
          }
          remove={(at) => setRows((now) => now.filter((_, i) => i !== at))}
        />
      )}
      {asked && !complete && <p className="field-wrong">{text('calendar.incomplete')}</p>}
      {asked && twice && (
        <p className="field-wrong">{text('calendar.twice', { day: formatDayText(twice.day, language) })}</p>
      )}
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

/** The county says that it has entered a year's whole arrangement before this version holds it. */
function WholeYear(props: {
  readonly year: number;
  readonly own: CountyYear | undefined;
  readonly change: (own: CountyYear | null) => void;
}) {
  const { year, own, change } = props;
  const text = useText();
  return (
    <div className="row-line">
      <Checkbox
        checked={own !== undefined}
        onChange={(event) => change(event.target.checked ? { year, docNo: '' } : null)}
      >
        {text('calendar.complete', { year: String(year) })}
      </Checkbox>
      {own && (
        <Input
          style={{ width: 260 }}
          placeholder={text('calendar.completeDocNo')}
          aria-label={text('calendar.completeDocNo')}
          maxLength={100}
          value={own.docNo}
          onChange={(event) => change({ year, docNo: event.target.value })}
        />
      )}
    </div>
  );
}

function CountyDays(props: {
  readonly rows: readonly CountyDay[];
  readonly change: (at: number, patch: Partial<CountyDay>) => void;
  readonly remove: (at: number) => void;
}) {
  const { rows, change, remove } = props;
  const text = useText();
  const words = (at: number, key: 'name' | 'docNo', label: string) => (
    <Input
      aria-label={label}
      maxLength={100}
      value={rows[at]?.[key]}
      onChange={(event) => change(at, { [key]: event.target.value })}
    />
  );
  return (
    <div className="scroll-x">
      <table className="setting-table">
        <thead>
          <tr>
            <th>{text('calendar.day')}</th>
            <th>{text('calendar.working')}</th>
            <th>{text('calendar.name')}</th>
            <th>{text('setting.docNo')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <td>
                <FieldInput
                  field={DAY}
                  value={row.day || null}
                  onChange={(day) => change(at, { day: (day as string) ?? '' })}
                />
              </td>
              <td>
                <Select
                  style={{ width: 110 }}
                  aria-label={text('calendar.working')}
                  value={row.working}
                  options={[
                    { value: false, label: text('calendar.rest') },
                    { value: true, label: text('calendar.work') },
                  ]}
                  onChange={(working) => change(at, { working })}
                />
              </td>
              <td>{words(at, 'name', text('calendar.name'))}</td>
              <td>{words(at, 'docNo', text('setting.docNo'))}</td>
              <td>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={text('common.delete')}
                  onClick={() => remove(at)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Held years, the one to come, and whatever the county has entered. */
function yearsToShow(rows: readonly CountyDay[], years: readonly CountyYear[]): number[] {
  const own = [
    ...rows.flatMap((row) => (row.day === '' ? [] : [yearOf(row.day)])),
    ...years.map((y) => y.year),
  ];
  return [...new Set([...HELD, LAST + 1, ...own])].sort((a, b) => b - a);
}
