// What does the law make of the facts, in plain words: verdict, charges, penalties, what weighs, what is missing?
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type TextKey, useLanguage, useSay, useText } from '../../client/i18n.ts';
import { usePunctuation } from '../../client/punctuation.ts';
import { amount } from '../../domain/kernel/wording.ts';
import type { Assessment, FineJson, OffenceJson, PenaltyJson } from '../../domain/law/assess-json.ts';
import { BASE_STATUSES } from '../../domain/law/base-status.ts';
import { fieldOf, questionOf } from './fact-state.ts';

export function AssessmentResult(props: {
  readonly assessment: Assessment;
  readonly goTo: (field: string) => void;
}) {
  const { assessment: a, goTo } = props;
  const text = useText();
  const language = useLanguage();
  const { pair } = usePunctuation();
  const missing = [...new Set(a.offences.flatMap((o) => o.missing))];
  return (
    <div className="law-result">
      <div className={`law-verdict ${a.mustTransfer}`} role="status">
        {text(`law.${a.mustTransfer}`)}
      </div>
      {language === 'en' && <p className="quiet">{text('law.chineseOnly')}</p>}
      {missing.length > 0 && <Missing questions={missing} goTo={goTo} />}
      <h3>{text('law.charges')}</h3>
      {a.offences.length === 0 && <p className="quiet">{text('law.noCharge')}</p>}
      {a.offences.map((offence) => (
        <Charge key={offence.code} offence={offence} />
      ))}
      <Values assessment={a} />
      <h3>{text('law.penalties')}</h3>
      {a.mustTransfer === 'yes' && a.administrative.length > 0 && (
        <p className="quiet">{text('law.beforeTransfer')}</p>
      )}
      {a.administrative.length === 0 && <p className="quiet">{text('law.noPenalty')}</p>}
      {a.administrative.map((row) => (
        <Penalty key={row.id} row={row} />
      ))}
      <Weights assessment={a} />
      <Clocks assessment={a} />
      <Fold title={text('law.notes')} open={false}>
        <List items={[...a.notes, ...a.notUnderstood.map((each) => pair(text('law.notUnderstood'), each))]} />
      </Fold>
      <Fold title={text('law.version')} open={false}>
        <List items={[...a.lawVersion.texts, ...a.lawVersion.lists, a.lawVersion.rules]} />
      </Fold>
    </div>
  );
}

function List(props: { readonly items: readonly string[] }) {
  return (
    <ul className="law-list">
      {props.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Fold(props: { readonly title: ReactNode; readonly open: boolean; readonly children: ReactNode }) {
  return (
    <details className="law-fold" open={props.open}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}

function Missing(props: { readonly questions: readonly string[]; readonly goTo: (field: string) => void }) {
  const text = useText();
  return (
    <section className="law-missing" aria-label={text('law.missing')}>
      <b>{text('law.missing')}</b>
      <ul>
        {props.questions.map((question) => (
          <li key={question}>
            <span>{questionOf(question)}</span>
            <Button
              size="small"
              type="link"
              className="no-print"
              onClick={() => props.goTo(fieldOf(question))}
            >
              {text('law.goTo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MARK = { yes: 'mark late', no: 'mark calm', depends: 'mark soon' } as const;

function Charge(props: { readonly offence: OffenceJson }) {
  const { offence: o } = props;
  const text = useText();
  const say = useSay();
  const { list, pair } = usePunctuation();
  const tier = o.tier === null ? '' : text('law.tier', { tier: o.tier });
  return (
    <section className="law-charge">
      <div className="law-charge-head">
        <b>{say(o.chargeName)}</b>
        <span className={MARK[o.reached]}>{text(`law.reached.${o.reached}`)}</span>
        <span className="quiet">{list([o.article, o.interpretation])}</span>
      </div>
      <Threshold offence={o} />
      {o.tier !== null && <p>{o.penalty === null ? tier : pair(tier, o.penalty)}</p>}
      <Fold title={text('law.reasons')} open={o.reached !== 'no'}>
        <List items={o.reasons} />
      </Fold>
    </section>
  );
}

/** The value against the amount that opens the charge; drawn to twice that amount. */
function Threshold(props: { readonly offence: OffenceJson }) {
  const { threshold, value, reached } = props.offence;
  const text = useText();
  const yuan = useYuan();
  if (threshold === null || value === null) return null;
  const share = Math.min(100, (value.min / (threshold * 2)) * 100);
  const { min, max } = value;
  const told =
    max === null
      ? text('law.barOver', { value: yuan(min) })
      : max === min
        ? yuan(min)
        : text('law.barRange', { min: yuan(min), max: yuan(max) });
  return (
    <div className="law-bar-line">
      <div className={`law-bar ${reached}`} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
        <i />
      </div>
      <span className="num">{text('law.bar', { value: told, threshold: yuan(threshold) })}</span>
    </div>
  );
}

function useYuan(): (yuan: number) => string {
  const say = useSay();
  return (yuan) => say(amount(Math.round(yuan * 100)));
}

function useFine(): (fine: FineJson | null) => string | null {
  const text = useText();
  const yuan = useYuan();
  return (fine) => {
    if (fine === null) return null;
    const { min, max, basis } = fine;
    const range =
      min !== null && max !== null
        ? text('law.fine', { min: yuan(min), max: yuan(max) })
        : max !== null
          ? text('law.fineUpTo', { max: yuan(max) })
          : min !== null
            ? text('law.fineFrom', { min: yuan(min) })
            : '';
    return [range, basis].filter(Boolean).join(' · ');
  };
}

function Penalty(props: { readonly row: PenaltyJson }) {
  const { row } = props;
  const text = useText();
  const fine = useFine();
  const { pair } = usePunctuation();
  const now = fine(row.fine);
  const then = fine(row.fineIf);
  return (
    <section className="law-charge">
      <div className="law-charge-head">
        <b>{row.act}</b>
        <span className={row.applies === 'yes' ? 'mark ok' : 'mark soon'}>
          {text(`law.reached.${row.applies}`)}
        </span>
        <span className="quiet">{row.article}</span>
      </div>
      {now !== null && <p>{now}</p>}
      {then !== null && <p className="quiet">{text('law.fineIf', { fine: then })}</p>}
      <Line label="law.confiscate" items={row.confiscate} />
      <Line label="law.also" items={row.other} />
      {row.missing.length > 0 && <Line label="law.missing" items={row.missing.map(questionOf)} />}
      <p className="quiet">{pair(text('law.authority'), row.authority)}</p>
    </section>
  );
}

function Line(props: { readonly label: TextKey; readonly items: readonly string[] }) {
  const text = useText();
  const { list, pair } = usePunctuation();
  return props.items.length === 0 ? null : <p>{pair(text(props.label), list(props.items))}</p>;
}

interface ValueLine {
  readonly name: string;
  readonly count: number | null;
  readonly valueYuan: number | null;
  readonly base: { readonly yuan: number; readonly status: string } | null;
  readonly multiple: number | null;
  readonly missing: readonly string[];
  readonly by: string | null;
}

function Values(props: { readonly assessment: Assessment }) {
  const text = useText();
  const say = useSay();
  const yuan = useYuan();
  const { list } = usePunctuation();
  const lines = props.assessment.valuation as unknown as readonly ValueLine[];
  if (lines.length === 0) return null;
  const status = (code: string) => BASE_STATUSES.find((each) => each.code === code)?.label;
  return (
    <>
      <h3>{text('law.values')}</h3>
      <ul className="law-values">
        {lines.map((line, i) => (
          <li key={`${line.name}${i}`}>
            <span>
              {line.name}
              {line.count === null ? '' : ` × ${line.count}`}
            </span>
            <span className="quiet">{props.assessment.protection[i]?.list ?? ''}</span>
            {line.base && (
              <span className={line.base.status === 'verified' ? 'mark ok' : 'mark soon'}>
                {text('law.status', {
                  status: say(status(line.base.status) ?? [line.base.status, line.base.status]),
                })}
              </span>
            )}
            {line.missing.length > 0 && <span className="quiet">{list(line.missing)}</span>}
            <b className="num">{line.valueYuan === null ? text('law.valueUnknown') : yuan(line.valueYuan)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

function Weights(props: { readonly assessment: Assessment }) {
  const { aggravating, mitigating, exits } = props.assessment;
  const text = useText();
  const { aside } = usePunctuation();
  const told = (rows: readonly { text: string; article: string }[]) =>
    rows.map((row) => `${row.text}${aside(row.article)}`);
  return (
    <>
      {aggravating.length > 0 && (
        <Fold title={text('law.aggravating')} open>
          <List items={told(aggravating)} />
        </Fold>
      )}
      {mitigating.length > 0 && (
        <Fold title={text('law.mitigating')} open>
          <List items={told(mitigating)} />
        </Fold>
      )}
      {exits.length > 0 && (
        <Fold title={text('law.exits')} open={false}>
          <List
            items={exits.map(
              (exit) => `${text(`law.exit.${exit.open}`)} · ${exit.text}${aside(exit.article)}`,
            )}
          />
        </Fold>
      )}
    </>
  );
}

const UNITS: Readonly<Record<string, TextKey>> = {
  calendar: 'law.unit.day',
  working: 'law.unit.workday',
  hour: 'law.unit.hour',
  month: 'law.unit.month',
  year: 'law.unit.year',
};

function Clocks(props: { readonly assessment: Assessment }) {
  const { clocks } = props.assessment;
  const text = useText();
  const { aside } = usePunctuation();
  if (clocks.length === 0) return null;
  return (
    <Fold title={text('law.clocks')} open={false}>
      <List
        items={clocks.map(({ start, limit, unit, what, article }) => {
          const key = UNITS[unit];
          const words =
            limit === null
              ? text('law.clockOpen', { start, what })
              : text('law.clock', { start, limit, unit: key ? text(key) : unit, what });
          return `${words}${aside(article)}`;
        })}
      />
    </Fold>
  );
}
