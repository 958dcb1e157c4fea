// Where does the case stand, what is due next and by which article, who owes it, and what rings?
import type { NameBook } from '../../client/format.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { CASE_TRACKS } from '../../domain/case/case.ts';
import { CASE_STATUSES } from '../../domain/case/status.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { articleLabel } from '../../domain/law/citation.ts';
import { useShortName } from '../overview/short-name.ts';
import { ClockMark } from '../procedure/due-mark.tsx';
import { AlarmMark } from './case-list.tsx';

/** Others than the agency and its officer. */
const OWERS = ['head', 'police', 'party'] as const;

export function CaseLine(props: {
  readonly id: string;
  readonly values: Values;
  readonly names: NameBook;
  readonly toAlarms: () => void;
}) {
  const { id, values, names } = props;
  const text = useText();
  const say = useSay();
  const short = useShortName();
  const county = useCounty();
  const { data } = useCall('progress', { params: { county, kind: 'case', id } });
  if (!data) return null;
  const status = CASE_STATUSES.find(({ code }) => code === data.status);
  const track = CASE_TRACKS.find(({ code }) => code === values.track);
  const running = data.clocks.filter((clock) => clock.until === null && clock.due !== null);
  const next = data.ended ? undefined : running.sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))[0];
  const ringing = data.alarms.filter((alarm) => !alarm.answered).length;
  const nameFor = (value: unknown) => (typeof value === 'string' ? short(names[value] ?? '…') : '');
  const own = [nameFor(values.agency), nameFor(values.officer)].filter(Boolean).join(' ');
  const ower = OWERS.find((each) => each === next?.owes);
  const who = ower ? text(`case.owes.${ower}`) : own;
  return (
    <p className="case-line no-print">
      <span>
        {track && say(track.label)} · <b>{status && say(status.label)}</b>
      </span>
      {next && (
        <span>
          {text('case.next', { what: say(next.label) })} <ClockMark clock={next} />{' '}
          <span className="quiet">{say(articleLabel(next.article))}</span>
        </span>
      )}
      {!data.ended && who && <span>{text('case.who', { who })}</span>}
      {ringing > 0 && (
        <button type="button" className="as-link" onClick={props.toAlarms}>
          <AlarmMark n={ringing} />
        </button>
      )}
    </p>
  );
}
