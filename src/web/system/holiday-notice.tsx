// What does one year's notice say: days off, weekends worked, document and how far it is checked?
import { Tag } from 'antd';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { type Day, daysBetween } from '../../domain/kernel/day.ts';
import {
  type CountyHoliday,
  calendarFrom,
  HOLIDAY_YEARS,
  type HolidayYear,
  holidayLabel,
  workingDaysBetween,
} from '../../domain/law/calendar.ts';

/** With the county's own days counted into the year's total. */
export function HolidayNotice({ year, county }: { readonly year: number; readonly county: CountyHoliday }) {
  const text = useText();
  const language = useLanguage();
  const notice = HOLIDAY_YEARS.find((held) => held.year === year);
  const total = workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, calendarFrom(county)).value;
  if (!notice) return <p className="quiet">{text('calendar.notHeld')}</p>;
  return (
    <>
      <dl className="head-list">
        <dt>{text('calendar.source')}</dt>
        <dd>
          {notice.docNo} · {text('calendar.issued', { day: formatDayText(notice.issued, language) })}{' '}
          <Tag style={{ whiteSpace: 'normal' }} color={notice.status === 'verified' ? 'green' : 'gold'}>
            {text(`calendar.status.${notice.status}`)}
          </Tag>
        </dd>
      </dl>
      <div className="scroll-x">
        <table className="setting-table holiday-table">
          <thead>
            <tr>
              <th>{text('calendar.holiday')}</th>
              <th>{text('calendar.off')}</th>
              <th>{text('calendar.worked')}</th>
            </tr>
          </thead>
          <tbody>
            {notice.off.map((off) => (
              <HolidayRow key={off.name} off={off} notice={notice} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="sub">{text('calendar.total', { n: total })}</p>
    </>
  );
}

function HolidayRow({
  off,
  notice,
}: {
  readonly off: HolidayYear['off'][number];
  readonly notice: HolidayYear;
}) {
  const text = useText();
  const say = useSay();
  const short = useShortDay(notice.year);
  const days = daysBetween(off.from, off.until) + 1;
  const span = days === 1 ? short(off.from, false) : `${short(off.from, false)} – ${short(off.until, false)}`;
  const worked = notice.work.filter((work) => work.name === off.name);
  return (
    <tr>
      <td>{say(holidayLabel(off.name))}</td>
      <td>
        {span} <span className="quiet">{text('calendar.days', { n: days })}</span>
      </td>
      <td>{worked.map((work) => short(work.day, true)).join(', ') || '—'}</td>
    </tr>
  );
}

/** '1月4日周日' · '4 Jan, Sun'; the year only where it is another one. */
function useShortDay(year: number) {
  const language = useLanguage();
  return (day: Day, weekday: boolean) =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone: 'UTC',
      month: language === 'zh' ? 'long' : 'short',
      day: 'numeric',
      ...(weekday ? { weekday: 'short' } : {}),
      ...(day.startsWith(String(year)) ? {} : { year: 'numeric' }),
    }).format(new Date(`${day}T00:00:00Z`));
}
