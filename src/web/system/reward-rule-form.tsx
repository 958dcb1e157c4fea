// What does the county's own document say a reward is? Dated versions; one in force is closed and another added.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useEffect, useState } from 'react';
import { newId } from '../../client/api.ts';
import { today } from '../../client/format.ts';
import { useText } from '../../client/i18n.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { NO_RULE, type RewardRule, type RewardVersion } from '../../domain/reward/rule.ts';
import { readRewardRule } from '../../domain/reward/rule-read.ts';
import '../figure/figure.css';
import '../reward/reward.css';
import { RewardVersionCard } from './reward-version.tsx';
import { useSetting } from './use-setting.ts';

const freshVersion = (): RewardVersion => ({
  ...{ docNo: '', title: '', from: '', until: null, cap: null, yearCap: null, claimDays: 60, note: '' },
  brackets: [
    {
      ...{ id: newId(), label: '', basis: 'result', results: [], violations: [] },
      ...{ valueFrom: null, valueTo: null, pay: { kind: 'flat', amount: 0 } },
    },
  ],
});

export function RewardRuleForm() {
  const text = useText();
  const { query, save, busy, problem } = useSetting('rewardRule');
  const [rule, setRule] = useState<RewardRule>(NO_RULE);
  const [wrong, setWrong] = useState<unknown>(null);
  const stored = query.data?.value;
  const read = readRewardRule(stored);
  const kept = read.ok ? read.value.versions : [];
  useEffect(() => {
    const now = readRewardRule(stored);
    setRule(now.ok ? now.value : NO_RULE);
  }, [stored]);
  const change = (at: number, version: RewardVersion | null) =>
    setRule((now) => ({
      ...now,
      versions: now.versions.flatMap((each, i) => (i === at ? (version ? [version] : []) : [each])),
    }));
  const submit = () => {
    const checked = readRewardRule(rule);
    setWrong(checked.ok ? null : { refusals: checked.refusals });
    if (checked.ok) void save(rule);
  };
  return (
    <section className="card" id="reward-rule">
      <h3>{text('rule.title')}</h3>
      <p className="sub">{text('rule.hint')}</p>
      {rule.versions.length === 0 && <p className="quiet">{text('rule.none')}</p>}
      {rule.versions.map((version, at) => (
        <RewardVersionCard
          // A version being typed has neither number nor day yet.
          key={at}
          version={version}
          inForce={(kept[at]?.from ?? '9999') <= today()}
          closed={(kept[at]?.until ?? '9999') < today()}
          change={(next) => change(at, next)}
        />
      ))}
      <p>
        <Checkbox
          checked={rule.withinBudget}
          onChange={(event) => setRule((now) => ({ ...now, withinBudget: event.target.checked }))}
        >
          {text('rule.within')}
        </Checkbox>
      </p>
      <Wrong wrong={wrong} />
      <ProblemNotice error={problem} />
      <div className="row-line">
        <Button
          icon={<PlusOutlined />}
          onClick={() => setRule((now) => ({ ...now, versions: [...now.versions, freshVersion()] }))}
        >
          {text('rule.add')}
        </Button>
        <Button type="primary" loading={busy} onClick={submit}>
          {text('common.save')}
        </Button>
      </div>
    </section>
  );
}

/** '2.3': the third bracket of the second version. */
function placeOf(where: string | undefined, text: ReturnType<typeof useText>): string {
  const [version, bracket] = (where ?? '').split('.');
  if (!version) return '';
  return bracket ? text('rule.inBracket', { version, bracket }) : text('rule.inVersion', { version });
}

/** What the browser itself finds wrong, with the version and bracket it is in. */
function Wrong({ wrong }: { readonly wrong: unknown }) {
  const text = useText();
  const refusals = (wrong as { refusals?: { where?: string; message: readonly [string, string] }[] } | null)
    ?.refusals;
  if (!refusals) return null;
  return (
    <ul className="field-wrong">
      {refusals.map((refusal) => (
        <li key={`${refusal.where} ${refusal.message[0]}`}>
          {placeOf(refusal.where, text)}
          {refusal.message[document.documentElement.lang.startsWith('en') ? 1 : 0]}
        </li>
      ))}
    </ul>
  );
}
