// What hangs on the wall? The same morning, dark and large, read from across the room, fresh each minute.
import { FullscreenOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatDayLong, today } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { getFigure } from '../../domain/figure/catalogue.ts';
import { VENUE_TYPES } from '../../domain/law/taxonomy.ts';
import { LastYear } from '../figure/change.tsx';
import { ON_WALL } from '../figure/chart-option.ts';
import { useLive } from '../shell/live.ts';
import { FigureNumber } from './headlines.tsx';
import { HEADLINES, type Morning, useMorning } from './morning.ts';
import { CampaignLine } from './overview.tsx';
import { DueTag } from './owed-card.tsx';
import { useShortName } from './short-name.ts';
import { SweepBar } from './sweep-table.tsx';
import { TrendChart } from './trend-card.tsx';
import '../figure/figure.css';
import './overview.css';

const FRESH_MS = 60_000;
const SWEEPS = 9;
const OWED = 9;

export function Wall() {
  const text = useText();
  const { countyName } = useSession();
  const [search] = useSearchParams();
  useLive();
  const { morning, error } = useMorning(search.get('campaign'), FRESH_MS);
  return (
    <main className="wall">
      <header>
        <h1>
          {morning?.campaign
            ? String(morning.campaign.values['name'])
            : `${countyName} · ${text('app.name')}`}
        </h1>
        <p>{morning && <CampaignLine morning={morning} />}</p>
        <Clock />
        <Button
          type="text"
          className="wall-full no-print"
          icon={<FullscreenOutlined />}
          aria-label={text('wall.full')}
          onClick={() => void document.documentElement.requestFullscreen?.()}
        />
        <Link to="/" className="wall-back">
          {text('nav.home')}
        </Link>
      </header>
      {error ? <p className="wall-stale">{text('wall.stale')}</p> : null}
      {morning ? <WallBody morning={morning} /> : <Spin className="page-spin" />}
    </main>
  );
}

function WallBody(props: { readonly morning: Morning }) {
  const { morning } = props;
  const text = useText();
  const say = useSay();
  const short = useShortName();
  const share = morning.progress?.share ?? null;
  const sweep = [...morning.sweep].sort((a, b) => b.registered - a.registered).slice(0, SWEEPS);
  return (
    <>
      <div className="wall-figs">
        {HEADLINES.map(({ id, good }) => {
          const figure = getFigure(id);
          const now = morning.now.get(id);
          return (
            <div key={id}>
              <span>{say(figure.label)}</span>
              <strong>
                <FigureNumber id={id} morning={morning} />
              </strong>
              <em>
                {now && <LastYear now={now} before={morning.before.get(id)} unit={figure.unit} good={good} />}
              </em>
            </div>
          );
        })}
      </div>
      <div className="wall-grid">
        <section>
          <h2>{text('overview.sweep')}</h2>
          <table>
            <tbody>
              {sweep.map((row) => (
                <tr key={row.venueType}>
                  <td>{say(VENUE_TYPES.find((type) => type.code === row.venueType)?.label ?? ['', ''])}</td>
                  <td className="wall-bar">
                    <SweepBar row={row} share={share} />
                  </td>
                  <td className="n">
                    {row.visited}/{row.registered}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section>
          <h2>{text('owed.title')}</h2>
          <table>
            <tbody>
              {morning.owed.slice(0, OWED).map((item) => (
                <tr key={`${item.what}${item.id}`}>
                  <td>
                    {say(item.label)} {item.no}
                  </td>
                  <td>{short(item.who)}</td>
                  <td className="n">
                    <DueTag days={item.days} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {morning.owed.length === 0 && <p>{text('owed.none')}</p>}
        </section>
        <section className="wall-trend">
          <h2>{text('overview.trend.turnout.personTimes')}</h2>
          <TrendChart
            figure="turnout.personTimes"
            until={morning.scope.until}
            height={250}
            ink={ON_WALL}
            fontSize={16}
          />
        </section>
        <section className="wall-trend">
          <h2>{text('overview.trend.inspection.venues')}</h2>
          <TrendChart
            figure="inspection.venues"
            until={morning.scope.until}
            height={250}
            ink={ON_WALL}
            fontSize={16}
          />
        </section>
      </div>
    </>
  );
}

/** The hour as China's clocks show it, wherever the screen hangs. */
function Clock() {
  const language = useLanguage();
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const hour = new Date(now + 8 * 3_600_000).toISOString().slice(11, 16);
  return (
    <time>
      {formatDayLong(today(), language)} <b>{hour}</b>
    </time>
  );
}
