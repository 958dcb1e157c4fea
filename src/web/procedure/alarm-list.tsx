// What must not pass silently on this record, and how was each alarm answered?
import { Button } from 'antd';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { dayOfInstant, isDay } from '../../domain/kernel/day.ts';
import { articleLabel } from '../../domain/law/citation.ts';
import type { ProgressOnWire } from './step-kind.ts';

export type Alarm = ProgressOnWire['alarms'][number];

/** `answer` is there for who may answer: a reviewer who has not handled the matter. */
export function AlarmList(props: {
  readonly alarms: readonly Alarm[];
  readonly answer?: (alarm: Alarm) => void;
}) {
  const { alarms, answer } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const dayText = (since: string) => formatDayText(isDay(since) ? since : dayOfInstant(since), language);
  if (alarms.length === 0) return null;
  return (
    <section aria-label={text('alarm.title')}>
      {alarms.map((alarm) => (
        <div key={`${alarm.guard} ${alarm.cause}`} className={alarm.answered ? 'guard answered' : 'guard'}>
          <b>{say(alarm.label)}</b>
          <span>
            {text('alarm.since', { day: dayText(alarm.since) })}
            {alarm.who && ` · ${text('owed.by', { who: alarm.who })}`}
            {alarm.article && ` · ${say(articleLabel(alarm.article))}`}
          </span>
          {alarm.answered ? (
            <span>
              {text('alarm.answered', { by: alarm.answered.by, reason: alarm.answered.reason })}{' '}
              <span className="quiet">{formatDayText(alarm.answered.on, language)}</span>
            </span>
          ) : (
            answer && (
              <Button size="small" className="no-print" onClick={() => answer(alarm)}>
                {text('alarm.answer')}
              </Button>
            )
          )}
        </div>
      ))}
    </section>
  );
}
