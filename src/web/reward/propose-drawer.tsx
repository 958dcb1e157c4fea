// How is a reward proposed? What the rule reckons and why, who shares it, and a reason where one departs from it.
import { App, Button, Checkbox, Drawer, Input, InputNumber, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { newId } from '../../client/api.ts';
import { formatDayText, formatMoney } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { ReplyOf } from '../../contract/api.ts';
import { REWARD_RESULTS } from '../../domain/reward/rule.ts';
import { splitShares } from '../../domain/reward/share.ts';

type Offer = ReplyOf<'rewardOffer'>;

interface Share {
  /** Id of the reward to be made. */
  readonly id: string;
  readonly tip: string | null;
  readonly weight: number;
  readonly on: boolean;
}

export function ProposeDrawer(props: {
  readonly clue: { readonly id: string; readonly no: string; readonly content: string };
  readonly close: () => void;
}) {
  const { clue, close } = props;
  const text = useText();
  const narrow = useNarrow();
  const { county } = useSession();
  const query = useCall('rewardOffer', { params: { county, id: clue.id } });
  return (
    <Drawer
      open
      onClose={close}
      title={`${text('reward.propose')} · ${clue.no}`}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '92%' : 640}
      mask={{ closable: false }}
    >
      <p className="reward-clue">{clue.content}</p>
      <ProblemNotice error={query.error} />
      {query.data ? (
        <Form key={clue.id} clue={clue.id} offer={query.data} close={close} />
      ) : (
        <Skeleton active />
      )}
    </Drawer>
  );
}

function firstShares(offer: Offer): Share[] {
  const tips = offer.tips.filter((tip) => !tip.rewarded);
  if (tips.length === 0 && offer.paper) return [{ id: newId(), tip: null, weight: 1, on: true }];
  return tips.map((tip) => ({ id: newId(), tip: tip.id, weight: 1, on: true }));
}

function Form(props: { readonly clue: string; readonly offer: Offer; readonly close: () => void }) {
  const { clue, offer, close } = props;
  const text = useText();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [shares, setShares] = useState<readonly Share[]>(() => firstShares(offer));
  const [total, setTotal] = useState<number | null>(offer.amount);
  const [departure, setDeparture] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const chosen = useMemo(() => shares.filter((share) => share.on), [shares]);
  const departs = total !== offer.amount;
  const ready =
    total !== null && total > 0 && chosen.length > 0 && (!departs || departure.trim().length >= 6);
  const submit = async () => {
    if (!ready) return;
    setProblem(null);
    try {
      await act('reward.propose', {
        clue,
        total,
        shares: chosen.map(({ id, tip, weight }) => ({ id, tip, weight })),
        ...(departs ? { departure: departure.trim() } : {}),
      });
      void message.success(text('reward.proposed'));
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  if (!offer.rule)
    return (
      <>
        <p>
          <b>{text('reward.unruled')}</b>
        </p>
        <p className="quiet">{text('reward.unruledHint')}</p>
      </>
    );
  return (
    <div className="reward-form">
      <Facts offer={offer} />
      <Reckoning offer={offer} />
      <Tips offer={offer} shares={shares} change={setShares} total={total} />
      <div>
        <span>{text('reward.total')}</span>
        <InputNumber
          aria-label={text('reward.total')}
          min={0.01}
          precision={2}
          style={{ width: 200 }}
          value={total === null ? null : total / 100}
          onChange={(yuan) => setTotal(yuan === null ? null : Math.round(yuan * 100))}
        />
      </div>
      {departs && (
        <div>
          <span>{text('reward.departure')}</span>
          <Input.TextArea
            aria-label={text('reward.departure')}
            rows={2}
            maxLength={500}
            value={departure}
            onChange={(event) => setDeparture(event.target.value)}
          />
          <small className="quiet">{text('reward.departureHint')}</small>
        </div>
      )}
      <ProblemNotice error={problem} />
      <div className="row-line">
        <Button type="primary" loading={busy} disabled={!ready} onClick={() => void submit()}>
          {text('reward.propose')}
        </Button>
        <Button onClick={close}>{text('common.cancel')}</Button>
      </div>
    </div>
  );
}

function Facts({ offer }: { readonly offer: Offer }) {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { day, results, value, fine } = offer.facts;
  const money = (fen: number | null) => (fen === null ? text('reward.unknown') : formatMoney(fen, language));
  const said = results.map((code) => REWARD_RESULTS.find((row) => row.code === code));
  return (
    <dl className="reward-facts">
      <dt>{text('reward.factDay')}</dt>
      <dd className="num">{formatDayText(day, language)}</dd>
      <dt>{text('reward.factResults')}</dt>
      <dd>{said.map((row) => row && say(row.label)).join(' · ') || text('reward.unknown')}</dd>
      <dt>{text('reward.factValue')}</dt>
      <dd className="num">{money(value)}</dd>
      <dt>{text('reward.factFine')}</dt>
      <dd className="num">{money(fine)}</dd>
    </dl>
  );
}

function Reckoning({ offer }: { readonly offer: Offer }) {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const others = offer.fitting.slice(1);
  return (
    <section className="reward-reckoning">
      <h4>
        {text('reward.reckoning')}
        <b className="num">
          {offer.amount === null ? text('reward.noBracket') : formatMoney(offer.amount, language)}
        </b>
      </h4>
      <ol>
        {offer.reasons.map((reason) => (
          <li key={reason[0]}>{say(reason)}</li>
        ))}
      </ol>
      {offer.missing.length > 0 && (
        <p className="field-wrong">
          {text('reward.missing')}：{offer.missing.map(say).join('；')}
        </p>
      )}
      {others.length > 0 && (
        <p className="quiet">
          {text('reward.others')}：
          {others.map((each) => `${each.label} ${formatMoney(each.amount, language)}`).join('；')}
        </p>
      )}
    </section>
  );
}

function Tips(props: {
  readonly offer: Offer;
  readonly shares: readonly Share[];
  readonly change: (next: readonly Share[]) => void;
  readonly total: number | null;
}) {
  const { offer, shares, change, total } = props;
  const text = useText();
  const language = useLanguage();
  const chosen = shares.filter((share) => share.on);
  const parts =
    total !== null && chosen.length > 0
      ? splitShares(
          total,
          chosen.map((share) => share.weight),
        )
      : [];
  const patch = (id: string, more: Partial<Share>) =>
    change(shares.map((share) => (share.id === id ? { ...share, ...more } : share)));
  return (
    <section>
      <h4>{text('reward.who')}</h4>
      <p className="quiet">{shares.length === 0 ? text('reward.allRewarded') : text('reward.whoHint')}</p>
      <ul className="reward-shares">
        {shares.map((share) => {
          const tip = offer.tips.find((each) => each.id === share.tip);
          const part = share.on ? parts[chosen.indexOf(share)] : undefined;
          return (
            <li key={share.id}>
              <Checkbox
                checked={share.on}
                onChange={(event) => patch(share.id, { on: event.target.checked })}
              >
                {tip ? (
                  <>
                    <span className="num">{tip.no}</span>{' '}
                    <small className="quiet">{text(tip.named ? 'reward.named' : 'reward.anonymous')}</small>
                  </>
                ) : (
                  text('reward.paperTip')
                )}
              </Checkbox>
              {shares.length > 1 && (
                <InputNumber
                  size="small"
                  min={1}
                  max={10_000}
                  precision={0}
                  aria-label={text('reward.weight')}
                  value={share.weight}
                  onChange={(weight) => patch(share.id, { weight: weight ?? 1 })}
                />
              )}
              {part !== undefined && <b className="num">{formatMoney(part, language)}</b>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
