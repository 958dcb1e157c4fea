// How many days does the county give where no law says?
import { Button, Input, InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { useSay, useText } from '../../client/i18n.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { COUNTY_LIMITS, mostDays } from '../../domain/law/county-limit.ts';
import { type LimitSetting, readLimits } from '../../domain/law/read-limit.ts';
import { useSetting } from './use-setting.ts';

export function LimitForm() {
  const text = useText();
  const say = useSay();
  const { query, save, busy, problem } = useSetting('limits');
  const [own, setOwn] = useState<LimitSetting>({});
  const [asked, setAsked] = useState(false);
  const stored = query.data?.value;
  useEffect(() => {
    const read = readLimits(stored);
    setOwn(read.ok ? read.value : {});
  }, [stored]);
  const read = readLimits(own);
  const submit = () => {
    setAsked(!read.ok);
    if (read.ok) void save(own);
  };
  const set = (id: string, days: number | string | null) =>
    setOwn(({ [id]: _, ...rest }) => (days === null || days === '' ? rest : { ...rest, [id]: days }));
  return (
    <section className="card">
      <h3>{text('limit.title')}</h3>
      <p className="sub">{text('limit.hint')}</p>
      <div className="scroll-x">
        <table className="setting-table" style={{ minWidth: 0 }}>
          <tbody>
            {COUNTY_LIMITS.map(({ id, label, days }) => (
              <tr key={id}>
                <td>{say(label)}</td>
                <td>
                  <InputNumber
                    aria-label={say(label)}
                    min={1}
                    max={mostDays(id)}
                    precision={0}
                    placeholder={String(days)}
                    value={(own[id] as number | undefined) ?? null}
                    onChange={(value) => set(id, value)}
                  />{' '}
                  {text('limit.days')}
                </td>
                <td className="quiet">{text('limit.usual', { n: days })}</td>
              </tr>
            ))}
            <tr>
              <td>{text('setting.docNo')}</td>
              <td colSpan={2}>
                <Input
                  aria-label={text('setting.docNo')}
                  maxLength={100}
                  value={own.docNo ?? ''}
                  onChange={(event) => set('docNo', event.target.value)}
                />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      {asked && !read.ok && (
        <p className="field-wrong">{read.refusals.map((r) => say(r.message)).join('；')}</p>
      )}
      <ProblemNotice error={problem} />
      <Button type="primary" loading={busy} onClick={submit}>
        {text('common.save')}
      </Button>
    </section>
  );
}
