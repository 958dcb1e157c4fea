// What does a list of rewards show? A table; on a phone, cards.
import { formatDayText, formatMoney, type NameBook } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { RecordLink } from '../../client/ui/record-link.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import { REWARD_STATES } from '../../domain/reward/reward.ts';
import type { RewardRow } from './reward-page.tsx';

interface Values {
  readonly day: string;
  readonly clue: string;
  readonly amount: number;
  readonly proposed?: number;
  readonly tipNo?: string;
  readonly bracketLabel?: string;
  readonly claimUntil?: string;
  readonly paidOn?: string;
  readonly voucher?: string;
}

interface ListProps {
  readonly rows: readonly RewardRow[];
  readonly names: NameBook;
  readonly open: (id: string) => void;
}

const valuesOf = (each: RewardRow) => each.row.values as unknown as Values;

export function RewardList(props: ListProps) {
  return useNarrow() ? <Cards {...props} /> : <Wide {...props} />;
}

function Wide({ rows, names, open }: ListProps) {
  const text = useText();
  const language = useLanguage();
  return (
    <table className="inbox-table">
      <thead>
        <tr>
          <th>{text('reward.no')}</th>
          <th>{text('reward.clue')}</th>
          <th>{text('reward.tip')}</th>
          <th className="money">{text('reward.amount')}</th>
          <th>{text('reward.state')}</th>
          <th>{text('reward.day')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((each) => {
          const values = valuesOf(each);
          return (
            // The row opens the drawer; the number is a real link, for a new tab and for the keyboard.
            <tr key={each.row.id} onClick={() => open(each.row.id)}>
              <td className="num">
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the row from opening as well */}
                {/* biome-ignore lint/a11y/noStaticElementInteractions: the link inside is the control */}
                <span onClick={(event) => event.stopPropagation()}>
                  <RecordLink kind="reward" id={each.row.id}>
                    {each.row.no}
                  </RecordLink>
                </span>
              </td>
              <td className="inbox-content">
                <span>{names[values.clue] ?? '…'}</span>
                <small className="quiet">{values.bracketLabel}</small>
              </td>
              <td className="num">{values.tipNo ?? <span className="quiet">{text('reward.paper')}</span>}</td>
              <td className="num money">
                {formatMoney(values.amount, language)}
                <Departs values={values} />
              </td>
              <td>
                <State status={each.status} />
              </td>
              <td className="num">
                <Day values={values} status={each.status} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cards({ rows, names, open }: ListProps) {
  const language = useLanguage();
  return (
    <ul className="inbox-cards">
      {rows.map((each) => {
        const values = valuesOf(each);
        return (
          <li key={each.row.id}>
            <button type="button" onClick={() => open(each.row.id)}>
              <span className="inbox-card-head">
                <span className="quiet num">{each.row.no}</span>
                <State status={each.status} />
              </span>
              <span>
                <b className="num">{formatMoney(values.amount, language)}</b> {names[values.clue] ?? ''}
              </span>
              <Departs values={values} />
              <small className="quiet">
                {values.tipNo} <Day values={values} status={each.status} />
              </small>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** An approver sees at a glance what does not follow from the rule. */
function Departs({ values }: { readonly values: Values }) {
  const text = useText();
  const language = useLanguage();
  if (values.proposed === values.amount) return null;
  const ruled =
    values.proposed === undefined ? text('reward.noBracket') : formatMoney(values.proposed, language);
  return (
    <small className="departs">
      <span className="mark soon">{text('reward.departs')}</span> {text('reward.byRule')} {ruled}
    </small>
  );
}

function State({ status }: { readonly status: string }) {
  const say = useSay();
  const label = REWARD_STATES.find((item) => item.code === status)?.label;
  const tone = status === 'paid' ? 'good' : status === 'payable' ? 'soon' : 'calm';
  return <span className={`mark ${tone}`}>{label ? say(label) : status}</span>;
}

function Day({ values, status }: { readonly values: Values; readonly status: string }) {
  const text = useText();
  const language = useLanguage();
  if (status === 'paid' && values.paidOn)
    return (
      <>
        {formatDayText(values.paidOn, language)} <span className="quiet">{values.voucher}</span>
      </>
    );
  if (status === 'payable' && values.claimUntil)
    return (
      <>
        {text('reward.until')} {formatDayText(values.claimUntil, language)}
      </>
    );
  return <>{formatDayText(values.day, language)}</>;
}
