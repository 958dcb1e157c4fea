// What does a rule in force say, in words? It can be read here, not changed.
import { formatMoney } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { VIOLATION_TYPES } from '../../domain/law/taxonomy.ts';
import { REWARD_RESULTS, type RewardBracket, type RewardVersion } from '../../domain/reward/rule.ts';

export function RewardTold({ version }: { readonly version: RewardVersion }) {
  const text = useText();
  const language = useLanguage();
  const money = (fen: number | null) => (fen === null ? '—' : formatMoney(fen, language));
  return (
    <>
      <p>
        {version.title} · {text('rule.cap')} {money(version.cap)} · {text('rule.yearCap')}{' '}
        {money(version.yearCap)} · {text('rule.claimDays')} {version.claimDays ?? '—'}
      </p>
      <div className="scroll-x">
        <table className="setting-table rule-told">
          <thead>
            <tr>
              <th>{text('rule.label')}</th>
              <th>{text('rule.when')}</th>
              <th>{text('rule.pay')}</th>
            </tr>
          </thead>
          <tbody>
            {version.brackets.map((bracket) => (
              <Told key={bracket.id} bracket={bracket} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Told({ bracket }: { readonly bracket: RewardBracket }) {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { results, violations, valueFrom, valueTo, pay } = bracket;
  const named = (
    codes: readonly string[],
    table: readonly { code: string; label: readonly [string, string] }[],
  ) =>
    codes.map((code) => {
      const row = table.find((each) => each.code === code);
      return row ? say(row.label) : code;
    });
  const value = [
    ...(valueFrom === null ? [] : [`≥ ${formatMoney(valueFrom, language)}`]),
    ...(valueTo === null ? [] : [`< ${formatMoney(valueTo, language)}`]),
  ];
  const when = [
    named(results, REWARD_RESULTS).join(' / '),
    named(violations, VIOLATION_TYPES).join(' / '),
    value.length > 0 ? `${text('reward.factValue')} ${value.join('，')}` : '',
  ].filter(Boolean);
  const bounds =
    pay.kind === 'flat'
      ? []
      : [
          ...(pay.min === null ? [] : [`${text('rule.min')} ${formatMoney(pay.min, language)}`]),
          ...(pay.max === null ? [] : [`${text('rule.max')} ${formatMoney(pay.max, language)}`]),
        ];
  const of = pay.kind === 'percent' && (pay.of === 'value' ? 'rule.percentValue' : 'rule.percentFine');
  return (
    <tr>
      <td>{bracket.label}</td>
      <td>{when.join('；')}</td>
      <td className="num">
        {pay.kind === 'flat' && formatMoney(pay.amount, language)}
        {of && text(of).replace('%', `${pay.kind === 'percent' ? pay.rate / 100 : ''}%`)}
        {bounds.length > 0 && <small className="quiet"> {bounds.join('，')}</small>}
      </td>
    </tr>
  );
}
