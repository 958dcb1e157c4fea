// Which spans stop which of the law's clocks in this county, by which document?
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useSay, useText } from '../../client/i18n.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { DEADLINES, type Deadline, SUSPENSION_REASONS } from '../../domain/law/deadline-table.ts';
import { maySuspend, readSuspensionRules, type SuspensionRule } from '../../domain/law/suspension.ts';
import { useSetting } from './use-setting.ts';

const CLOCKS: readonly Deadline[] = DEADLINES.filter((row) => maySuspend(row));
const FRESH: SuspensionRule = { deadline: 'APL-60', reason: 'appraisal', docNo: '' };

export function SuspensionForm() {
  const text = useText();
  const { query, save, busy, problem } = useSetting('suspension');
  const [rules, setRules] = useState<readonly SuspensionRule[]>([]);
  const [asked, setAsked] = useState(false);
  const stored = query.data?.value;
  useEffect(() => {
    const read = readSuspensionRules(stored);
    setRules(read.ok ? read.value : []);
  }, [stored]);
  const complete = readSuspensionRules(rules).ok;
  const submit = () => {
    setAsked(!complete);
    if (complete) void save(rules);
  };
  return (
    <section className="card">
      <h3>{text('suspension.title')}</h3>
      <p className="sub">{text('suspension.hint')}</p>
      {rules.length === 0 && <p className="quiet">{text('suspension.none')}</p>}
      {rules.length > 0 && (
        <div className="scroll-x">
          <table className="setting-table">
            <thead>
              <tr>
                <th>{text('suspension.deadline')}</th>
                <th>{text('suspension.reason')}</th>
                <th>{text('setting.docNo')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {rules.map((rule, at) => (
                <RuleRow
                  key={at}
                  rule={rule}
                  change={(patch) =>
                    setRules((now) => now.map((row, i) => (i === at ? { ...row, ...patch } : row)))
                  }
                  remove={() => setRules((now) => now.filter((_, i) => i !== at))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked && !complete && <p className="field-wrong">{text('suspension.incomplete')}</p>}
      <ProblemNotice error={problem} />
      <div className="row-line">
        <Button icon={<PlusOutlined />} onClick={() => setRules((now) => [...now, FRESH])}>
          {text('setting.add')}
        </Button>
        <Button type="primary" loading={busy} onClick={submit}>
          {text('common.save')}
        </Button>
      </div>
    </section>
  );
}

function RuleRow(props: {
  readonly rule: SuspensionRule;
  readonly change: (patch: Partial<SuspensionRule>) => void;
  readonly remove: () => void;
}) {
  const { rule, change, remove } = props;
  const text = useText();
  const say = useSay();
  return (
    <tr>
      <td style={{ minWidth: 260 }}>
        <Select
          style={{ width: '100%' }}
          popupMatchSelectWidth={false}
          aria-label={text('suspension.deadline')}
          value={rule.deadline}
          options={CLOCKS.map((row) => ({ value: row.id, label: `${row.basis} · ${say(row.action)}` }))}
          onChange={(deadline) => change({ deadline })}
        />
      </td>
      <td>
        <Select
          style={{ width: 220 }}
          aria-label={text('suspension.reason')}
          value={rule.reason}
          options={SUSPENSION_REASONS.map((row) => ({ value: row.code, label: say(row.label) }))}
          onChange={(reason) => change({ reason })}
        />
      </td>
      <td>
        <Input
          aria-label={text('setting.docNo')}
          maxLength={100}
          value={rule.docNo}
          onChange={(event) => change({ docNo: event.target.value })}
        />
      </td>
      <td>
        <Button type="text" icon={<DeleteOutlined />} aria-label={text('common.delete')} onClick={remove} />
      </td>
    </tr>
  );
}
