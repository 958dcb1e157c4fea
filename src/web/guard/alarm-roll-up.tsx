// How do the counties below compare: what rings, and what was answered?
import { Spin } from 'antd';
import { useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { GUARDS } from '../../domain/case/guard.ts';

export function AlarmRollUp() {
  const text = useText();
  const say = useSay();
  const found = useCall('alarmCounts', {});
  if (found.error) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Spin />;
  const { counties } = found.data;
  const ringing = GUARDS.filter(({ code }) =>
    counties.some(({ guards }) => guards.some(({ guard }) => guard === code)),
  );
  return (
    <section className="card">
      <h3 className="card-head">{text('alarm.rollUp')}</h3>
      <div className="scroll-x">
        <table className="plain alarms">
          <thead>
            <tr>
              <th>{text('alarm.county')}</th>
              {ringing.map(({ code, label }) => (
                <th key={code} className="n">
                  {say(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counties.map(({ county, name, guards }) => (
              <tr key={county}>
                <td>{name}</td>
                {ringing.map(({ code }) => {
                  const row = guards.find(({ guard }) => guard === code);
                  return (
                    <td key={code} className="n">
                      {row ? text('alarm.both', { open: row.open, answered: row.answered }) : '—'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{text('alarm.rollUpHow')}</p>
    </section>
  );
}
