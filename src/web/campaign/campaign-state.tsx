// Is a campaign to come, under way or over?
import { today } from '../../client/format.ts';
import { useText } from '../../client/i18n.ts';
import { daysBetween } from '../../domain/kernel/day.ts';
import { progressOf } from '../overview/morning.ts';

export function CampaignState(props: { readonly from: string; readonly until: string }) {
  const { from, until } = props;
  const text = useText();
  const day = today();
  if (day < from)
    return <span className="mark calm">{text('campaign.coming', { n: daysBetween(day, from) })}</span>;
  if (day > until) return <span className="mark calm">{text('campaign.ended')}</span>;
  const progress = progressOf(from, until, day);
  return (
    <span className="mark good">{text('campaign.running', { day: progress.day, days: progress.days })}</span>
  );
}
