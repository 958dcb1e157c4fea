// How is one version of the rule of rewards typed: its head, its caps, its brackets?
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { newId } from '../../client/api.ts';
import { formatDayText, today } from '../../client/format.ts';
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

const DAY: Field = { type: 'day', label: ['日期', 'Day'] };

export function RewardVersionCard(props: {
  readonly version: RewardVersion;
  /** Only the day it ends may still be set. */
  readonly inForce: boolean;
  readonly change: (next: RewardVersion | null) => void;
}) {
  const { version, inForce, change } = props;
  const text = useText();
  const over = version.until !== null && version.until < today();
  const mark = over ? 'rule.over' : inForce ? 'rule.inForce' : 'rule.notYet';
  const patch = (more: Partial<RewardVersion>) => change({ ...version, ...more });
  const bracket = (at: number, next: RewardBracket | null) =>
    patch({
      brackets: version.brackets.flatMap((each, i) => (i === at ? (next ? [next] : []) : [each])),
    });
  return (
    <article className="rule-version">
      <header>
        <b>{version.docNo || text('rule.add')}</b>
        <span className={inForce && !over ? 'mark good' : 'mark calm'}>{text(mark)}</span>
        {!inForce && (
          <Button size="small" type="text" icon={<DeleteOutlined />} onClick={() => change(null)}>
            {text('rule.remove')}
          </Button>
        )}
      </header>
      <Heads version={version} inForce={inForce} over={over} patch={patch} />
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
              <Bracket key={each.id} bracket={each} fixed={inForce} change={(next) => bracket(at, next)} />
            ))}
          </tbody>
        </table>
      </div>
      {!inForce && (
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => patch({ brackets: [...version.brackets, freshBracket()] })}
        >
          {text('rule.addBracket')}
        </Button>
      )}
    </article>
  );
}

const freshBracket = (): RewardBracket => ({
  ...{ id: newId(), label: '', basis: 'result', results: [], violations: [] },
  ...{ valueFrom: null, valueTo: null, pay: { kind: 'flat', amount: 0 } },
});

function Yuan(props: {
  readonly label: string;
  readonly fen: number | null;
  readonly disabled: boolean;
  readonly set: (fen: number | null) => void;
}) {
  const { label, fen, disabled, set } = props;
  return (
    <InputNumber
      min={0}
      precision={2}
      placeholder={label}
      aria-label={label}
      style={{ width: 120 }}
      disabled={disabled}
      value={fen === null ? null : fen / 100}
      onChange={(yuan) => set(yuan === null ? null : Math.round(yuan * 100))}
    />
  );
}

function Heads(props: {
  readonly version: RewardVersion;
  readonly inForce: boolean;
  readonly over: boolean;
  readonly patch: (more: Partial<RewardVersion>) => void;
}) {
  const { version, inForce, over, patch } = props;
  const text = useText();
  const language = useLanguage();
  return (
    <div className="rule-heads">
      <div>
        <span>{text('setting.docNo')}</span>
        <Input
          aria-label={text('setting.docNo')}
          maxLength={120}
          disabled={inForce}
          value={version.docNo}
          onChange={(event) => patch({ docNo: event.target.value })}
        />
      </div>
      <div>
        <span>{text('rule.docTitle')}</span>
        <Input
          aria-label={text('rule.docTitle')}
          maxLength={200}
          disabled={inForce}
          value={version.title}
          onChange={(event) => patch({ title: event.target.value })}
        />
      </div>
      <div>
        <small className="quiet">{text('setting.from')}</small>
        {inForce ? (
          <div className="num">{formatDayText(version.from, language)}</div>
        ) : (
          <FieldInput
            field={DAY}
            label={text('setting.from')}
            value={version.from || null}
            onChange={(value) => patch({ from: (value as string | null) ?? '' })}
          />
        )}
      </div>
      <div>
        <small className="quiet">{text('rule.closeOn')}</small>
        {over ? (
          <div className="num">{formatDayText(version.until ?? '', language)}</div>
        ) : (
          <FieldInput
            field={DAY}
            label={text('rule.closeOn')}
            value={version.until}
            onChange={(value) => patch({ until: (value as string | null) || null })}
          />
        )}
      </div>
      {(['cap', 'yearCap'] as const).map((name) => (
        <div key={name}>
          <span>{text(`rule.${name}`)}</span>
          <Yuan
            label={text(`rule.${name}`)}
            fen={version[name]}
            disabled={inForce}
            set={(fen) => patch({ [name]: fen })}
          />
        </div>
      ))}
      <div>
        <span>{text('rule.claimDays')}</span>
        <InputNumber
          aria-label={text('rule.claimDays')}
          min={1}
          max={3650}
          precision={0}
          disabled={inForce}
          value={version.claimDays}
          onChange={(claimDays) => patch({ claimDays })}
        />
      </div>
    </div>
  );
}

function Bracket(props: {
  readonly bracket: RewardBracket;
  readonly fixed: boolean;
  readonly change: (next: RewardBracket | null) => void;
}) {
  const { bracket, fixed, change } = props;
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
          disabled={fixed}
          aria-label={text('rule.label')}
          value={bracket.label}
          onChange={(event) => patch({ label: event.target.value })}
        />
      </td>
      <td>
        <Select
          style={{ width: 130 }}
          disabled={fixed}
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
          disabled={fixed}
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
          disabled={fixed}
          placeholder={text('rule.violations')}
          aria-label={text('rule.violations')}
          value={[...bracket.violations]}
          options={options(VIOLATION_TYPES)}
          onChange={(violations) => patch({ violations })}
        />
      </td>
      <td>
        <Yuan label="≥" fen={bracket.valueFrom} disabled={fixed} set={(valueFrom) => patch({ valueFrom })} />
        <br />
        <Yuan label="<" fen={bracket.valueTo} disabled={fixed} set={(valueTo) => patch({ valueTo })} />
      </td>
      <td>
        <Pay pay={bracket.pay} fixed={fixed} change={(pay) => patch({ pay })} />
      </td>
      <td>
        {!fixed && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={text('common.delete')}
            onClick={() => change(null)}
          />
        )}
      </td>
    </tr>
  );
}

const PAYS = ['flat', 'value', 'fine'] as const;
const PAY_TEXT = { flat: 'rule.flat', value: 'rule.percentValue', fine: 'rule.percentFine' } as const;

function Pay(props: {
  readonly pay: RewardPay;
  readonly fixed: boolean;
  readonly change: (next: RewardPay) => void;
}) {
  const { pay, fixed, change } = props;
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
          disabled={fixed}
          aria-label={text('rule.pay')}
          value={pay.kind === 'flat' ? 'flat' : pay.of}
          options={PAYS.map((kind) => ({ value: kind, label: text(PAY_TEXT[kind]) }))}
          onChange={turn}
        />
        {pay.kind === 'flat' ? (
          <Yuan
            label={text('rule.flat')}
            fen={pay.amount}
            disabled={fixed}
            set={(fen) => change({ ...pay, amount: fen ?? 0 })}
          />
        ) : (
          <InputNumber
            min={0.01}
            max={100}
            precision={2}
            suffix="%"
            style={{ width: 110 }}
            disabled={fixed}
            aria-label="%"
            value={pay.rate / 100}
            onChange={(rate) => change({ ...pay, rate: Math.round((rate ?? 0) * 100) })}
          />
        )}
      </span>
      {pay.kind === 'percent' && (
        <span className="rule-pair" style={{ marginTop: 4 }}>
          <Yuan
            label={text('rule.min')}
            fen={pay.min}
            disabled={fixed}
            set={(min) => change({ ...pay, min })}
          />
          <Yuan
            label={text('rule.max')}
            fen={pay.max}
            disabled={fixed}
            set={(max) => change({ ...pay, max })}
          />
        </span>
      )}
    </>
  );
}
