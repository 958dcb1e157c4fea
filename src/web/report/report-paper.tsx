// How does the summary look as the official document it will be? Its words are edited where they stand.

import { useText } from '../../client/i18n.ts';
import { formatDay } from '../../domain/kernel/day.ts';
import { ccText, copyNumber, type Inline } from '../../domain/report/document.ts';
import type { EditInline, Edits } from '../../domain/report/edit.ts';
import {
  paragraphsOf,
  type ReportView,
  type Section,
  type Sentence,
  sectionNumbers,
  setWords,
  stands,
} from './report-view.ts';
import { LineBox, SentenceBox } from './sentence-box.tsx';
import type { Desk } from './use-report.ts';

export interface PaperProps {
  readonly desk: Desk;
  readonly view: ReportView;
  readonly sections: readonly Section[];
  readonly editable: boolean;
  readonly chosen: string | null;
  readonly choose: (number: string) => void;
  readonly sentence: string | null;
  readonly focus: (sentence: string) => void;
}

export function ReportPaper(props: PaperProps) {
  const { desk, view, sections, editable } = props;
  const text = useText();
  const { edits } = desk;
  const { document } = view;
  const numbers = sectionNumbers(sections);
  const title = edits.title?.length ? edits.title : document.title;
  const redHead = edits.redHead === undefined ? document.redHead : (edits.redHead ?? undefined);
  const addressee = edits.addressee ?? document.addressee ?? '';
  const imprint = edits.imprint === undefined ? document.imprint : (edits.imprint ?? undefined);
  const signature = { ...document.signature, ...edits.signature };
  const notes = edits.notes ?? document.notes;
  return (
    <article className="paper" lang="zh-CN">
      {redHead && <RedHeadBlock redHead={redHead} />}
      <h1>
        {title.map((line, i) => (
          <span key={i} className="title-line">
            <LineBox
              value={line}
              label={text('report.titleLine')}
              editable={editable}
              epoch={desk.epoch}
              write={(value) =>
                desk.change(
                  (now) => ({ ...now, title: (now.title ?? title).map((old, j) => (j === i ? value : old)) }),
                  `title${i}`,
                )
              }
            />
          </span>
        ))}
      </h1>
      {(editable || addressee !== '') && (
        <p className={addressee === '' ? 'addressee blank' : 'addressee'}>
          <LineBox
            value={addressee}
            label={text('report.addressee')}
            editable={editable}
            epoch={desk.epoch}
            write={(value) => desk.change((now) => ({ ...now, addressee: value }), 'addressee')}
          />
          {addressee !== '' && '：'}
        </p>
      )}
      {sections.map((section, i) =>
        stands(sections, i) ? (
          <PaperSection
            key={section.id}
            section={section}
            number={numbers.get(section.id) ?? ''}
            {...props}
          />
        ) : null,
      )}
      <footer>
        <p>{signature.agency}</p>
        <p>{formatDay(signature.date, 'zh')}</p>
      </footer>
      {notes && <p>（{notes}）</p>}
      {imprint && (
        <div className="imprint">
          {imprint.cc && imprint.cc.length > 0 && <p>{ccText(imprint.cc)}</p>}
          <p>
            <span>{imprint.issuer}</span>
            <span>{formatDay(imprint.date, 'zh')}印发</span>
          </p>
        </div>
      )}
    </article>
  );
}

function RedHeadBlock(props: { readonly redHead: NonNullable<ReportView['document']['redHead']> }) {
  const { redHead } = props;
  const small = [copyNumber(redHead), redHead.secrecy, redHead.urgency].filter((line) => line);
  return (
    <header className={redHead.upward ? 'red-head upward' : 'red-head'}>
      <div className="red-small">
        {small.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <strong>{redHead.agency}</strong>
      <p className="red-no">
        <span>{redHead.docNo}</span>
        {redHead.upward && redHead.signer && <span>签发人：{redHead.signer}</span>}
      </p>
    </header>
  );
}

function PaperSection(props: PaperProps & { readonly section: Section; readonly number: string }) {
  const { section, number, desk, editable } = props;
  const text = useText();
  const Heading = section.level === 2 ? 'h3' : 'h2';
  return (
    <section id={`section-${section.id}`}>
      {section.level > 0 && (
        <Heading>
          {number}
          <LineBox
            value={section.title}
            label={text('report.heading')}
            editable={editable}
            epoch={desk.epoch}
            write={(value) =>
              desk.change(
                (now) => ({ ...now, headings: { ...now.headings, [section.id]: value } }),
                `heading${section.id}`,
              )
            }
          />
        </Heading>
      )}
      {paragraphsOf(section.sentences).map((paragraph) => (
        <p key={paragraph.key}>
          {paragraph.pieces.map(({ lead, sentence, end }) => (
            <span key={sentence.id}>
              {lead}
              <PaperSentence {...props} piece={sentence} />
              {end}
            </span>
          ))}
        </p>
      ))}
    </section>
  );
}

function PaperSentence(props: PaperProps & { readonly piece: Sentence }) {
  const { piece, desk, view, editable, chosen, choose, sentence, focus } = props;
  const numberOf = (id: string): Inline | null => {
    const number = view.numbers[id];
    return number ? { t: 'num', id, text: number.text, figure: number.figure } : null;
  };
  const put = (words: readonly EditInline[]) =>
    desk.change((now) => setWords(now, piece, words), `words${piece.id}`);
  return (
    <SentenceBox
      sentence={piece}
      editable={editable && !piece.fixed}
      epoch={desk.epoch}
      chosen={chosen}
      active={sentence === piece.id}
      numberOf={numberOf}
      write={put}
      focus={() => focus(piece.id)}
      leave={(words) => {
        if (words.length === 0 && editable)
          desk.change((now) => withoutSentence(now, piece), `leave${piece.id}`);
      }}
      choose={choose}
    />
  );
}

/** An emptied sentence goes: one's own for good, one of the outline is hidden and can come back. */
export function withoutSentence(edits: Edits, sentence: Sentence): Edits {
  if (sentence.origin === 'added')
    return { ...edits, added: (edits.added ?? []).filter((added) => added.id !== sentence.id) };
  const { [sentence.id]: _dropped, ...words } = edits.words ?? {};
  return { ...edits, words, hidden: [...new Set([...(edits.hidden ?? []), sentence.id])] };
}
