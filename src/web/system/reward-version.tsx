// How is one version of the rule of rewards typed: its head, its caps, its brackets?
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { newId } from '../../client/api.ts';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { FieldInput } from '../../client/ui/field-input.tsx';
import type { Field } from '../../domain/kernel/record.ts';
import { VIOLATION_TYPES } from '../../domain/law/taxonomy.ts';
import {
  REWARD_BASES,
  REWARD_RESULTS,
  type RewardBracket,
  type RewardPay,
  type RewardVersion,
} from '../../domain/reward/rule.ts';
import { RewardTold } from './reward-told.tsx';

const DAY: Field = { type: 'day', label: ['日期', 'Day'] };

export function RewardVersionCard(props: {
  readonly version: RewardVersion;
  /** In force: only the day it ends may still be set; closed: not even that. */
  readonly inForce: boolean;
  readonly closed: boolean;
  readonly change: (next: RewardVersion | null) => void;
}) {
  const { version, inForce, closed, change } = props;
  const text = useText();
  const language = useLanguage();
  const mark = closed ? 'rule.over' : inForce ? 'rule.inForce' : 'rule.notYet';
  const patch = (more: Partial<RewardVersion>) => change({ ...version, ...more });
  const ends = (
    <FieldInput
      field={DAY}
      label={text('rule.closeOn')}
      value={version.until}
      onChange={(value) => patch({ until: (value as string | null) || null })}
    />
  );
  return (
    <article className="rule-version">
      <header>
        <b>{version.docNo || text('rule.add')}</b>
        <span className={inForce && !closed ? 'mark good' : 'mark calm'}>{text(mark)}</span>
        {inForce && (
          <>
            <span className="num">{formatDayText(version.from, language)} —</span>
            {closed ? (
              <span className="num">{formatDayText(version.until ?? '', language)}</span>
            ) : (
              <>
                <span className="quiet">{text('rule.closeOn')}</span> {ends}
              </>
            )}
          </>
        )}
        {!inForce && (
          <Button size="small" type="text" icon={<DeleteOutlined />} onClick={() => change(null)}>
            {text('rule.remove')}
          </Button>
        )}
      </header>
      {inForce ? <RewardTold version={version} /> : <Editor version={version} patch={patch} ends={ends} />}
    </article>
  );
}

type Patch = (more: Partial<RewardVersion>) => void;

function Editor(props: { readonly version: RewardVersion; readonly patch: Patch; readonly ends: ReactNode }) {
  const { version, patch } = props;
  const text = useText();
  const bracket = (at: number, next: RewardBracket | null) =>
    patch({
      brackets: version.brackets.flatMap((each, i) => (i === at ? (next ? [next] : []) : [each])),
    });
  return (
    <>
      <Heads {...props} />
      <div className="scroll-x">
        <table className="setting-table">
          <thead>
            <tr>
              <th>{text('rule.label')}</th>
              <th>{text('rule.basis')}</th>
              <th>
                {text('rule.results')} / {text('rule.violations')}
              </th>
              <th>{text('rule.value')}</th>
              <th>{text('rule.pay')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {version.brackets.map((each, at) => (
              <Bracket key={each.id} bracket={each} change={(next) => bracket(at, next)} />
            ))}
          </tbody>
        </table>
      </div>
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => patch({ brackets: [...version.brackets, freshBracket()] })}
      >
        {text('rule.addBracket')}
      </Button>
    </>
  );
}

const freshBracket = (): RewardBracket => ({
  ...{ id: newId(), label: '', basis: 'result', results: [], violations: [] },
  ...{ valueFrom: null, valueTo: null, pay: { kind: 'flat', amount: 0 } },
});

function Yuan(props: {
  readonly label: string;
  readonly fen: number | null;
  readonly set: (fen: number | null) => void;
}) {
  const { label, fen, set } = props;
  return (
    <InputNumber
      min={0}
      precision={2}
      placeholder={label}
      aria-label={label}
      style={{ width: 120 }}
      value={fen === null ? null : fen / 100}
      onChange={(yuan) => set(yuan === null ? null : Math.round(yuan * 100))}
    />
  );
}

function Heads(props: { readonly version: RewardVersion; readonly patch: Patch; readonly ends: ReactNode }) {
  const { version, patch, ends } = props;
  const text = useText();
  return (
    <div className="rule-heads">
      <div>
        <span>{text('setting.docNo')}</span>
        <Input
          aria-label={text('setting.docNo')}
          maxLength={120}
          value={version.docNo}
          onChange={(event) => patch({ docNo: event.target.value })}
        />
      </div>
      <div>
        <span>{text('rule.docTitle')}</span>
        <Input
          aria-label={text('rule.docTitle')}
          maxLength={200}
          value={version.title}
          onChange={(event) => patch({ title: event.target.value })}
        />
      </div>
      <div>
        <small className="quiet">{text('setting.from')}</small>
        <FieldInput
          field={DAY}
          label={text('setting.from')}
          value={version.from || null}
          onChange={(value) => patch({ from: (value as string | null) ?? '' })}
        />
      </div>
      <div>
        <small className="quiet">{text('rule.closeOn')}</small>
        {ends}
      </div>
      {(['cap', 'yearCap'] as const).map((name) => (
        <div key={name}>
          <span>{text(`rule.${name}`)}</span>
          <Yuan label={text(`rule.${name}`)} fen={version[name]} set={(fen) => patch({ [name]: fen })} />
        </div>
      ))}
      <div>
        <span>{text('rule.claimDays')}</span>
        <InputNumber
          aria-label={text('rule.claimDays')}
          min={1}
          max={3650}
          precision={0}
          value={version.claimDays}
          onChange={(claimDays) => patch({ claimDays })}
        />
      </div>
    </div>
  );
}

function Bracket(props: {
  readonly bracket: RewardBracket;
  readonly change: (next: RewardBracket | null) => void;
}) {
  const { bracket, change } = props;
  const text = useText();
  const say = useSay();
  const patch = (more: Partial<RewardBracket>) => change({ ...bracket, ...more });
  const options = (table: readonly { code: string; label: readonly [string, string] }[]) =>
    table.map((row) => ({ value: row.code, label: say(row.label) }));
  return (
    <tr>
      <td>
        <Input
          style={{ width: 160 }}
          maxLength={120}
          aria-label={text('rule.label')}
          value={bracket.label}
          onChange={(event) => patch({ label: event.target.value })}
        />
      </td>
      <td>
        <Select
          style={{ width: 130 }}
          aria-label={text('rule.basis')}
          value={bracket.basis}
          options={options(REWARD_BASES)}
          onChange={(basis) => patch({ basis })}
        />
      </td>
      <td style={{ minWidth: 220 }}>
        <Select
          mode="multiple"
          style={{ width: '100%' }}
          placeholder={text('rule.results')}
          aria-label={text('rule.results')}
          value={[...bracket.results]}
          options={options(REWARD_RESULTS)}
          onChange={(results) => patch({ results })}
        />
        <Select
          mode="multiple"
          style={{ width: '100%', marginTop: 4 }}
          popupMatchSelectWidth={false}
          placeholder={text('rule.violations')}
          aria-label={text('rule.violations')}
          value={[...bracket.violations]}
          options={options(VIOLATION_TYPES)}
          onChange={(violations) => patch({ violations })}
        />
      </td>
      <td>
        <Yuan label="≥" fen={bracket.valueFrom} set={(valueFrom) => patch({ valueFrom })} />
        <br />
        <Yuan label="<" fen={bracket.valueTo} set={(valueTo) => patch({ valueTo })} />
      </td>
      <td>
        <Pay pay={bracket.pay} change={(pay) => patch({ pay })} />
      </td>
      <td>
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={text('common.delete')}
          onClick={() => change(null)}
        />
      </td>
    </tr>
  );
}

const PAYS = ['flat', 'value', 'fine'] as const;
const PAY_TEXT = { flat: 'rule.flat', value: 'rule.percentValue', fine: 'rule.percentFine' } as const;

function Pay(props: { readonly pay: RewardPay; readonly change: (next: RewardPay) => void }) {
  const { pay, change } = props;
  const text = useText();
  const turn = (to: (typeof PAYS)[number]) =>
    change(
      to === 'flat'
        ? { kind: 'flat', amount: 0 }
        : { kind: 'percent', of: to, rate: 500, min: null, max: null },
    );
  return (
    <>
      <span className="rule-pair">
        <Select
          style={{ width: 130 }}
          aria-label={text('rule.pay')}
          value={pay.kind === 'flat' ? 'flat' : pay.of}
          options={PAYS.map((kind) => ({ value: kind, label: text(PAY_TEXT[kind]) }))}
          onChange={turn}
        />
        {pay.kind === 'flat' ? (
          <Yuan
            label={text('rule.flat')}
            fen={pay.amount}
            set={(fen) => change({ ...pay, amount: fen ?? 0 })}
          />
        ) : (
          <InputNumber
            min={0.01}
            max={100}
            precision={2}
            suffix="%"
            style={{ width: 110 }}
            aria-label="%"
            value={pay.rate / 100}
            onChange={(rate) => change({ ...pay, rate: Math.round((rate ?? 0) * 100) })}
          />
        )}
      </span>
      {pay.kind === 'percent' && (
        <span className="rule-pair" style={{ marginTop: 4 }}>
          <Yuan label={text('rule.min')} fen={pay.min} set={(min) => change({ ...pay, min })} />
          <Yuan label={text('rule.max')} fen={pay.max} set={(max) => change({ ...pay, max })} />
        </span>
      )}
    </>
  );
}
