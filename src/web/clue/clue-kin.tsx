// What belongs to this clue: perhaps the same matter, merged with it, what it led to, and where it came from?
import { Button } from 'antd';
import { useState } from 'react';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { RecordLink } from '../../client/ui/record-link.tsx';
import { useRefNames } from '../../client/ui/use-ref-names.ts';
import type { ClueFacts, ClueLink } from '../../domain/clue/fact.ts';
import { clueProcedure } from '../../domain/clue/procedure.ts';
import { getKind } from '../../domain/kind.ts';
import './clue.css';
import { ClueSource } from './clue-source.tsx';
import { FileCase } from './file-case.tsx';
import { type Similar, useLikeWords } from './like-words.ts';
import { MergeDialog } from './merge-dialog.tsx';

export function ClueKin(props: { readonly id: string }) {
  const { id } = props;
  const text = useText();
  const county = useCounty();
  const kin = useCall('clueKin', { params: { county, id } });
  const progress = useCall('progress', { params: { county, kind: 'clue', id } });
  const [merging, setMerging] = useState<Similar | null>(null);
  if (!kin.data || !progress.data) return null;
  learnNames(kin.data.names);
  const { similar, merged, into } = kin.data;
  const { links } = progress.data.facts as ClueFacts;
  const mayMerge = progress.data.open.includes('merge');
  // What was checked and is not yet tied to a case may become one.
  const mayFile =
    ['checking', 'reported'].includes(progress.data.status) &&
    progress.data.open.includes('link') &&
    !links.some((link) => link.kind === 'case');
  const suggested = progress.data.ended ? [] : similar;
  return (
    <section className="kin">
      {into && (
        <p>
          {text('clue.mergedInto', { no: '' })}
          <RecordLink kind="clue" id={into.id}>
            {into.no}
          </RecordLink>{' '}
          <span className="quiet">{into.content}</span>
        </p>
      )}
      {merged.length > 0 && (
        <div>
          <h4>{text('clue.mergedIn', { n: merged.length })}</h4>
          <ul>
            {merged.map((each) => (
              <li key={each.id}>
                <RecordLink kind="clue" id={each.id}>
                  {each.no}
                </RecordLink>{' '}
                {each.content}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ClueSource id={id} merged={merged.map((each) => each.id)} />
      {links.length > 0 && <Links links={links} />}
      {mayFile && (
        <div>
          <FileCase id={id} seq={progress.data.seq} />
        </div>
      )}
      {suggested.length > 0 && (
        <div className="no-print">
          <h4>{text('clue.similar')}</h4>
          <ul>
            {suggested.map((each) => (
              <SimilarLine key={each.id} each={each} {...(mayMerge ? { merge: setMerging } : {})} />
            ))}
          </ul>
        </div>
      )}
      {merging && <MergeDialog id={id} into={merging} close={() => setMerging(null)} />}
    </section>
  );
}

function SimilarLine(props: { readonly each: Similar; readonly merge?: (each: Similar) => void }) {
  const { each, merge } = props;
  const say = useSay();
  const language = useLanguage();
  const why = useLikeWords();
  const text = useText();
  const status = clueProcedure.statuses.find((item) => item.code === each.status);
  return (
    <li className="kin-line">
      <span>
        <RecordLink kind="clue" id={each.id}>
          {each.no}
        </RecordLink>{' '}
        {each.content}
        <small className="quiet">
          {[formatDayText(each.day, language), status && say(status.label), why(each)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      {merge && (
        <Button size="small" onClick={() => merge(each)}>
          {text('clue.merge')}
        </Button>
      )}
    </li>
  );
}

/** Which led to which is told with each link: did the clue cause the visit, or did the visit find it? */
function Links(props: { readonly links: readonly ClueLink[] }) {
  const text = useText();
  return (
    <div>
      <h4>{text('clue.links')}</h4>
      <ul>
        {props.links.map((link) => (
          <LinkLine key={link.id} link={link} />
        ))}
      </ul>
    </div>
  );
}

function LinkLine(props: { readonly link: ClueLink }) {
  const { kind, id, direction } = props.link;
  const text = useText();
  const say = useSay();
  const nameFor = useRefNames(kind, [id]);
  return (
    <li>
      <span className="mark calm">{text(`clue.link.${direction}`)}</span> {say(getKind(kind).label)}{' '}
      <RecordLink kind={kind} id={id}>
        {nameFor(id)}
      </RecordLink>
    </li>
  );
}
