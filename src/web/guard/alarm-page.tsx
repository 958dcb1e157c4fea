// What may not pass silently in the county, who owes it, and what was answered?
import { Button, Empty, Segmented, Select, Spin } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatDayText, today } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { GUARDS } from '../../domain/case/guard.ts';
import { daysBetween } from '../../domain/kernel/day.ts';
import { ANSWER, type Procedure, ruleOf } from '../../domain/kernel/procedure.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { AlarmRollUp } from './alarm-roll-up.tsx';
import '../figure/figure.css';
import '../overview/overview.css';
import '../procedure/procedure.css';
import { StepOver } from '../procedure/step-over.tsx';
import './alarm.css';
import { articleLabel } from '../../domain/law/citation.ts';

type Alarm = ReplyOf<'alarms'>['alarms'][number];

export function AlarmPage() {
  const { county, actor } = useSession();
  const text = useText();
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const answered = search.get('state') === 'answered';
  const guard = search.get('guard') ?? '';
  const found = useCall('alarms', { params: { county }, query: {} });
  const set = (name: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  const all = found.data?.alarms ?? [];
  const shown = all.filter((one) => (one.answered !== null) === answered && (!guard || one.guard === guard));
  const count = (state: boolean) => all.filter((one) => (one.answered !== null) === state).length;
  const ringing = GUARDS.filter(({ code }) => all.some((one) => one.guard === code));
  return (
    <>
      <div className="page-head">
        <h2>{text('alarm.title')}</h2>
        <span className="sub">{text('alarm.teach')}</span>
      </div>
      {actor.region.endsWith('00') && <AlarmRollUp />}
      <section className="card alarm-card">
        <div className="alarm-bar">
          <Segmented
            value={answered ? 'answered' : 'open'}
            onChange={(state) => set('state', state === 'answered' ? 'answered' : '')}
            options={[
              { value: 'open', label: text('alarm.open', { n: count(false) }) },
              { value: 'answered', label: text('alarm.done', { n: count(true) }) },
            ]}
          />
          <Select
            value={guard || undefined}
            allowClear
            placeholder={text('alarm.every')}
            aria-label={text('alarm.every')}
            popupMatchSelectWidth={false}
            onChange={(code) => set('guard', code ?? '')}
            options={ringing.map(({ code, label }) => ({ value: code, label: say(label) }))}
          />
        </div>
        {found.error && <ProblemNotice error={found.error} retry={() => void found.refetch()} />}
        {found.isPending ? <Spin className="page-spin" /> : !found.error && <AlarmTable alarms={shown} />}
      </section>
    </>
  );
}

/** A reviewer or leader may answer here; whether they handled the matter is asked when the form opens. */
function useAnswers(): (alarm: Alarm) => Procedure | undefined {
  const { actor } = useSession();
  return (alarm) => {
    const procedure = findProcedure(alarm.kind);
    const rule = procedure && ruleOf(procedure, ANSWER);
    const may = !alarm.answered && rule?.by.some((role) => actor.roles.some((mine) => mine === role));
    return may ? procedure : undefined;
  };
}

function AlarmTable({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const answers = useAnswers();
  const [answering, setAnswering] = useState<Alarm | null>(null);
  const procedure = answering && answers(answering);
  const offers = alarms.some((alarm) => answers(alarm));
  if (alarms.length === 0)
    return <Empty description={text('alarm.none')} image={Empty.PRESENTED_IMAGE_SIMPLE} />;
  return (
    <>
      <table className="plain alarms">
        <thead>
          <tr>
            <th>{text('alarm.title')}</th>
            <th>{text('alarm.record')}</th>
            <th>{text('owed.who')}</th>
            <th className="n">{text('alarm.waits')}</th>
            {offers && <th aria-label={text('alarm.answer')} />}
          </tr>
        </thead>
        <tbody>
          {alarms.map((alarm) => (
            <tr key={`${alarm.guard} ${alarm.id}`}>
              <td>
                <b className={alarm.answered ? '' : 'alarm-open'}>{say(alarm.label)}</b>
                <div className="quiet">{say(articleLabel(alarm.article))}</div>
              </td>
              <td>
                <RecordLink kind={alarm.kind} id={alarm.id}>
                  {alarm.no}
                </RecordLink>{' '}
                {alarm.name}
                {alarm.answered && (
                  <div className="quiet">
                    {text('alarm.answered', { by: alarm.answered.by, reason: alarm.answered.reason })}{' '}
                    {formatDayText(alarm.answered.on, language)}
                  </div>
                )}
              </td>
              <td className="alarm-who">{alarm.who}</td>
              <td className="n">{text('alarm.days', { n: daysBetween(alarm.since, today()) + 1 })}</td>
              {offers && (
                <td className="alarm-answer no-print">
                  {answers(alarm) && (
                    <Button size="small" onClick={() => setAnswering(alarm)}>
                      {text('alarm.answer')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {answering && procedure && (
        <StepOver
          key={`${answering.guard} ${answering.id}`}
          procedure={procedure}
          id={answering.id}
          step={ANSWER}
          fixed={{ guard: answering.guard, cause: answering.cause }}
          about={answering.label}
          close={() => setAnswering(null)}
        />
      )}
    </>
  );
}
