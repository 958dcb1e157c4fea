// How is a reward handed over? A code or receipt in, amount and state out, a voucher, and the next one; keys and scanner only.
import { Button, Input, type InputRef } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../client/api.ts';
import { formatDayText, formatMoney } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { stretchReceipt } from '../../client/tip/stretch.ts';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { has } from '../../domain/access/access.ts';
import { REWARD_STATES } from '../../domain/reward/reward.ts';
import { readReceipt } from '../../domain/tip/receipt.ts';
import './reward.css';

type Picked = ReplyOf<'rewardTill'>;

/** What was typed or scanned: a scanned receipt is an address with the digits behind the #. */
async function asked(county: string, typed: string): Promise<{ code: string } | { receipt: string }> {
  const digits = readReceipt(/#check=(\d{16})/.exec(typed)?.[1] ?? typed);
  return digits ? { receipt: await stretchReceipt(county, digits) } : { code: typed.trim() };
}

function useTill() {
  const { county } = useSession();
  const { act, busy: paying } = useAct();
  const [picked, setPicked] = useState<Picked | null>(null);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const reset = useCallback(() => {
    setPicked(null);
    setDone(false);
    setProblem(null);
  }, []);
  const check = async (typed: string) => {
    reset();
    setAsking(true);
    try {
      setPicked(await call('rewardTill', { params: { county }, body: await asked(county, typed) }));
    } catch (error) {
      setProblem(error);
    } finally {
      setAsking(false);
    }
  };
  const pay = async (voucher: string) => {
    if (!picked?.claim || voucher.trim() === '') return;
    setProblem(null);
    try {
      const { id, seq, claim } = picked;
      await act('reward.pay', { id, seq, claim, voucher: voucher.trim() });
      setDone(true);
    } catch (error) {
      setProblem(error);
    }
  };
  return { picked, done, problem, busy: asking || paying, check, pay, reset };
}

export function CounterPage() {
  const text = useText();
  const { actor } = useSession();
  if (!has(actor, 'reward.pay'))
    return <EmptyState title={text('problem.noRight')} hint={text('reward.noTill')} />;
  return <Counter />;
}

function Counter() {
  const text = useText();
  const till = useTill();
  const [typed, setTyped] = useState('');
  const input = useRef<InputRef>(null);
  const { reset } = till;
  const next = useCallback(() => {
    reset();
    setTyped('');
    input.current?.focus();
  }, [reset]);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') next();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [next]);
  return (
    <div className="counter">
      <h2>{text('reward.counter')}</h2>
      <p className="quiet">{text('reward.counterHint')}</p>
      <form
        className="counter-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) void till.check(typed);
        }}
      >
        <Input
          ref={input}
          autoFocus
          size="large"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-label={text('reward.codeInput')}
          placeholder={text('reward.codeInput')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            till.reset();
          }}
        />
        <Button size="large" type={till.picked ? 'default' : 'primary'} htmlType="submit" loading={till.busy}>
          {text('reward.check')}
        </Button>
      </form>
      <ProblemNotice error={till.problem} />
      {till.picked && <Found key={till.picked.id} picked={till.picked} till={till} next={next} />}
    </div>
  );
}

function Found(props: {
  readonly picked: Picked;
  readonly till: ReturnType<typeof useTill>;
  readonly next: () => void;
}) {
  const { picked, till, next } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const [voucher, setVoucher] = useState('');
  const state = REWARD_STATES.find((row) => row.code === picked.state)?.label ?? ['', ''];
  const day = (text_: string | null) => (text_ ? formatDayText(text_, language) : '');
  return (
    <section
      className={till.done ? 'counter-found done' : picked.claim ? 'counter-found' : 'counter-found no'}
    >
      <p className="counter-amount num">{formatMoney(picked.amount, language)}</p>
      <p className="counter-state" role="status">
        {till.done ? text('reward.done') : say(state)} <span className="quiet num">{picked.no}</span>
        {picked.claimUntil && picked.claim && !till.done && (
          <span className="quiet">
            {' '}
            · {text('reward.until')} {day(picked.claimUntil)}
          </span>
        )}
      </p>
      {till.done ? (
        <Button size="large" type="primary" autoFocus onClick={next}>
          {text('reward.next')}
        </Button>
      ) : picked.claim ? (
        <form
          className="counter-ask"
          onSubmit={(event) => {
            event.preventDefault();
            void till.pay(voucher);
          }}
        >
          <Input
            autoFocus
            size="large"
            maxLength={80}
            aria-label={text('reward.voucher')}
            placeholder={text('reward.voucher')}
            value={voucher}
            onChange={(event) => setVoucher(event.target.value)}
          />
          <Button
            size="large"
            type="primary"
            htmlType="submit"
            loading={till.busy}
            disabled={!voucher.trim()}
          >
            {text('reward.payNow')}
          </Button>
          <small className="quiet">{text('reward.payHint')}</small>
        </form>
      ) : (
        <>
          <p className="field-wrong">
            {picked.state === 'paid'
              ? text('reward.paidBefore', { day: day(picked.paidOn), voucher: picked.voucher ?? '' })
              : text('reward.cannotPay')}
          </p>
          <Button size="large" onClick={next}>
            {text('reward.next')}
          </Button>
        </>
      )}
    </section>
  );
}
