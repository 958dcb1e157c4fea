// Where did a clue come from: which tips and which posts online stand behind it, merged ones included?
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../../client/api.ts';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { has } from '../../domain/access/access.ts';
import { TIP_CHANNELS } from '../../domain/tip/tip.ts';

/** Clues whose sources are asked for one by one: this one and the first merged into it. */
const MOST_CLUES = 6;
const MOST = 20;

export function ClueSource(props: { readonly id: string; readonly merged: readonly string[] }) {
  const text = useText();
  const { actor } = useSession();
  const clues = [props.id, ...props.merged].slice(0, MOST_CLUES);
  const tips = useTips(has(actor, 'tip.read') ? clues : []);
  const posts = usePosts(clues);
  if (tips.length + posts.length === 0) return null;
  return (
    <div>
      <h4>{text('clue.sources')}</h4>
      <ul>
        {tips.map((tip) => (
          <TipLine key={tip.id} tip={tip} />
        ))}
        {posts.map(({ lead, matching }) => (
          <li key={lead.id}>
            <Link to={`/opinion?state=&q=${encodeURIComponent((lead.title ?? lead.text).slice(0, 12))}`}>
              {text('clue.posts', { n: matching })}
            </Link>{' '}
            <span className="quiet">{lead.platform}</span> {(lead.title ?? lead.text).slice(0, 60)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useTips(clues: readonly string[]) {
  const { county } = useSession();
  return useQueries({
    queries: clues.map((clue) => ({
      queryKey: ['tips', { params: { county }, query: { clue } }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call('tips', { params: { county }, query: { clue, limit: MOST } }, signal),
    })),
    combine: (all) => all.flatMap((each) => each.data?.tips ?? []),
  });
}

function usePosts(clues: readonly string[]) {
  const { county } = useSession();
  return useQueries({
    queries: clues.map((clue) => ({
      queryKey: ['opinionGroups', { params: { county }, query: { clue } }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call('opinionGroups', { params: { county }, query: { clue, limit: MOST } }, signal),
    })),
    combine: (all) => all.flatMap((each) => each.data?.groups ?? []),
  });
}

function TipLine(props: { readonly tip: ReturnType<typeof useTips>[number] }) {
  const { tip } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const channel = TIP_CHANNELS.find((item) => item.code === tip.channel);
  return (
    <li>
      <Link to={`/tip/${tip.id}`}>{tip.no}</Link>{' '}
      <span className="quiet">
        {[channel && say(channel.label), formatDayText(tip.day, language)].filter(Boolean).join(' · ')}
      </span>{' '}
      {tip.head}
      {tip.waits && <span className="mark soon">{text('clue.waits')}</span>}
    </li>
  );
}
