// Who has what was seized now, what waits between two hands, and where did the rest go?
import { DownOutlined, PrinterOutlined, QrcodeOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { formatDayText, type NameBook } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { Values } from '../../domain/kernel/record.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { isNone, NONE, plus, quantityOf } from '../../domain/seizure/amount.ts';
import { type Custody, type Holding, isOutside, type Offer } from '../../domain/seizure/custody.ts';
import { RELEASE_KINDS } from '../../domain/seizure/seizure.ts';
import { StepDrawer } from '../procedure/step-drawer.tsx';
import './custody.css';
import { HandoverCode } from './handover-code.tsx';
import { PhotoList } from './photo-list.tsx';
import { purposeLabel, useAmountWords } from './words.ts';

// Base values and the lists of species are large, and only wanted here.
const ValuePanel = lazy(async () => ({ default: (await import('./value-panel.tsx')).ValuePanel }));

/** Steps this panel offers beside the hand, offer or picture they are about. */
export const CUSTODY_STEPS = [
  ...[
    'offer',
    'accept',
    'decline',
    'recall',
    'dispose',
    'check',
    'count',
    'move',
    'takeover',
    'photo',
    'value',
  ],
] as const;

/** A step's form with what was chosen on the way to it, or the code of an offer. */
export type Opening = { readonly step: string; readonly fixed: Values } | { readonly code: number } | null;

interface Parts {
  readonly facts: Custody;
  readonly names: NameBook;
  /** Steps this person may take now. */
  readonly may: readonly string[];
  readonly open: (opening: Opening) => void;
}

export function CustodyPanel(props: { readonly id: string }) {
  const { id } = props;
  const { county } = useSession();
  const text = useText();
  const params = { county, kind: 'seizure', id };
  const progress = useCall('progress', { params });
  const record = useCall('record', { params });
  const [opened, open] = useState<Opening>(null);
  const procedure = findProcedure('seizure');
  if (!progress.data || !record.data || !procedure) return null;
  const facts = progress.data.facts as Custody;
  const values = record.data.row.values as Values;
  const parts: Parts = { facts, names: progress.data.names, may: progress.data.open, open };
  return (
    <div className="custody">
      <Balance facts={facts} />
      <section className="custody-part" aria-label={text('custody.now')}>
        <h3>{text('custody.now')}</h3>
        {facts.holdings.length === 0 && facts.pending.length === 0 && (
          <p className="quiet">{text('custody.none')}</p>
        )}
        {facts.holdings.length === 0 && facts.pending.length > 0 && (
          <p className="quiet">{text('custody.allOffered')}</p>
        )}
        <ul className="hands">
          {facts.holdings.map((holding) => (
            <Hand key={holding.key} {...parts} holding={holding} />
          ))}
        </ul>
      </section>
      {facts.pending.length > 0 && (
        <section className="custody-part" aria-label={text('custody.pending')}>
          <h3>{text('custody.pending')}</h3>
          <ul className="hands">
            {facts.pending.map((offer) => (
              <Waiting key={offer.seq} {...parts} offer={offer} />
            ))}
          </ul>
        </section>
      )}
      <Ends facts={facts} />
      <PhotoList
        id={id}
        seq={progress.data.seq}
        photos={facts.photos}
        mayAdd={progress.data.open.includes('photo')}
      />
      <Suspense fallback={null}>
        <ValuePanel values={values} valued={facts.valued} may={parts.may.includes('value')} open={open} />
      </Suspense>
      <p className="no-print">
        <Link to={`/label?ids=${id}`}>
          <PrinterOutlined /> {text('custody.label')}
        </Link>
      </p>
      {opened && 'step' in opened && (
        <StepDrawer
          {...{ procedure, id, record: values, progress: progress.data }}
          {...opened}
          close={() => open(null)}
          taken={(seq) => {
            // Offered to somebody of the house: the code to be scanned is what comes next.
            if (opened.step === 'offer' && opened.fixed['toKind'] === 'account') open({ code: seq });
          }}
        />
      )}
      {opened && 'code' in opened && <HandoverCode seizure={id} seq={opened.code} close={() => open(null)} />}
    </div>
  );
}

/** What was seized against what is accounted for. */
function Balance(props: { readonly facts: Custody }) {
  const { facts } = props;
  const text = useText();
  const language = useLanguage();
  const amount = useAmountWords(facts.unit);
  const gone = [
    ...facts.disposed.map((each) => each.amount),
    ...facts.ledgered.flatMap(({ taken }) => taken.map((each) => each.amount)),
  ].reduce(plus, NONE);
  const { born, died, found, missing, condition, label } = facts;
  return (
    <p className="custody-balance">
      <span>{text('custody.seized', { quantity: amount(quantityOf(facts.seized)) })}</span>
      {born > 0 && <span>{text('custody.born', { n: born })}</span>}
      {died > 0 && <span>{text('custody.died', { n: died })}</span>}
      {!isNone(gone) && <span>{text('custody.gone', { quantity: amount(quantityOf(gone)) })}</span>}
      {missing > 0 && <span className="mark late">{text('custody.missing', { n: missing })}</span>}
      {found > 0 && <span className="mark soon">{text('custody.found', { n: found })}</span>}
      {label && <span className="quiet">{text('custody.labelNo', { no: label })}</span>}
      {condition && (
        <span className="quiet">
          {text('custody.condition', {
            day: formatDayText(condition.on, language),
            text: condition.text,
          })}
        </span>
      )}
    </p>
  );
}

function Hand(props: Parts & { readonly holding: Holding }) {
  const { facts, names, holding } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const amount = useAmountWords(facts.unit);
  const outside = isOutside(holding) ? holding.name : text('custody.store');
  const who = holding.account ? (names[holding.account] ?? '…') : outside;
  return (
    <li className="hand">
      <div className="hand-words">
        <b>{who}</b>
        {!isNone(holding.kept) && <span className="num">{amount(quantityOf(holding.kept))}</span>}
        {!isNone(holding.dead) && (
          <span className="num">{text('custody.dead', { quantity: amount(quantityOf(holding.dead)) })}</span>
        )}
        <span className={holding.place === '' ? 'mark soon' : undefined}>
          {holding.place || text('custody.noPlace')}
        </span>
        <span className="quiet">
          {say(purposeLabel(holding.purpose))} ·{' '}
          {text('custody.since', { day: formatDayText(holding.since, language) })}
        </span>
      </div>
      <HandTools {...props} />
    </li>
  );
}

const BESIDE = ['check', 'count', 'move', 'takeover'] as const;

/** Only the holder gives and disposes; what the server would refuse is not offered. */
function HandTools(props: Parts & { readonly holding: Holding }) {
  const { holding, may, open } = props;
  const text = useText();
  const say = useSay();
  const { me } = useSession();
  const mine = holding.account === null || holding.account === me.account;
  const fixed = { from: holding.key };
  const rules = findProcedure('seizure')?.steps ?? [];
  const label = (step: string) => say(rules.find((rule) => rule.name === step)?.label ?? [step, step]);
  const beside = BESIDE.filter((step) => may.includes(step) && (step !== 'move' || mine));
  if (may.length === 0) return null;
  return (
    <div className="hand-tools no-print">
      {mine && may.includes('offer') && <OfferButton {...props} />}
      {mine && may.includes('dispose') && (
        <Button size="small" onClick={() => open({ step: 'dispose', fixed })}>
          {label('dispose')}
        </Button>
      )}
      {beside.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: beside.map((step) => ({ key: step, label: label(step) })),
            onClick: ({ key }) => open({ step: key, fixed }),
          }}
        >
          <Button size="small" icon={<DownOutlined />} iconPlacement="end">
            {text('custody.more')}
          </Button>
        </Dropdown>
      )}
    </div>
  );
}

function OfferButton(props: Parts & { readonly holding: Holding }) {
  const { holding, open } = props;
  const text = useText();
  const { me, county } = useSession();
  const takers = useCall('takers', { params: { county } }, { staleTime: 300_000 });
  const others = (takers.data?.takers ?? []).filter((taker) => taker.account !== me.account);
  const items = [
    { key: 'open', label: text('custody.offerOpen') },
    ...others.map((taker) => ({
      key: taker.account,
      label: text('custody.offerTo', { name: taker.name }),
    })),
    { key: 'outside', label: text('custody.offerOutside') },
  ];
  const choose = (key: string) => {
    const from = holding.key;
    if (key === 'outside') open({ step: 'offer', fixed: { from, toKind: 'outside' } });
    else open({ step: 'offer', fixed: { from, toKind: 'account', taker: key === 'open' ? null : key } });
  };
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
      <Button size="small" type="primary" icon={<DownOutlined />} iconPlacement="end">
        {text('custody.offer')}
      </Button>
    </Dropdown>
  );
}

function Waiting(props: Parts & { readonly offer: Offer }) {
  const { facts, names, offer, may, open } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { me } = useSession();
  const amount = useAmountWords(facts.unit);
  const own = offer.by === me.account;
  const meant = offer.taker === null || offer.taker === me.account;
  const fixed = { offer: offer.seq };
  const taker = offer.outside ?? (offer.taker ? (names[offer.taker] ?? '…') : text('custody.anyone'));
  const button = (step: string, primary = false) =>
    may.includes(step) && (
      <Button size="small" type={primary ? 'primary' : 'default'} onClick={() => open({ step, fixed })}>
        {say(findProcedure('seizure')?.steps.find((rule) => rule.name === step)?.label ?? [step, step])}
      </Button>
    );
  return (
    <li className="hand waiting">
      <div className="hand-words">
        <b>{text('custody.to', { giver: names[offer.by] ?? '…', taker })}</b>
        <span className="num">{amount(offer.quantity)}</span>
        <span>{offer.place}</span>
        <span className="quiet">
          {say(purposeLabel(offer.purpose))} · {formatDayText(offer.on, language)} · {offer.condition}
        </span>
      </div>
      <div className="hand-tools no-print">
        {own && offer.outside === null && (
          <Button
            size="small"
            type="primary"
            icon={<QrcodeOutlined />}
            onClick={() => open({ code: offer.seq })}
          >
            {text('custody.showCode')}
          </Button>
        )}
        {own && button('recall')}
        {!own && meant && button('accept', true)}
        {!own && meant && button('decline')}
      </div>
    </li>
  );
}

function Ends(props: { readonly facts: Custody }) {
  const { facts } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const amount = useAmountWords(facts.unit);
  const ends = [
    ...facts.disposed.map(({ id, how, quantity, on, state }) => ({ id, how, quantity, on, state })),
    ...facts.ledgered.map(({ release, how, quantity, on }) => ({
      ...{ id: release, how, quantity, on, state: 'kept' },
    })),
  ];
  if (ends.length === 0) return null;
  const word = (how: string) => say(RELEASE_KINDS.find((kind) => kind.code === how)?.label ?? [how, how]);
  return (
    <section className="custody-part" aria-label={text('custody.ends')}>
      <h3>{text('custody.ends')}</h3>
      <ul className="ends">
        {ends.map((end) => (
          <li key={end.id}>
            <span className="num">{formatDayText(end.on, language)}</span>{' '}
            {facts.unit === 'head' ? (
              <RecordLink kind="release" id={end.id}>
                {word(end.how)}
              </RecordLink>
            ) : (
              word(end.how)
            )}{' '}
            <span className="num">
              {end.state === 'dead'
                ? text('custody.dead', { quantity: amount(end.quantity) })
                : amount(end.quantity)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
