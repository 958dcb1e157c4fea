// How is a summary written from figures? Outline, paper, and where each number comes from.
import {
  DownloadOutlined,
  EllipsisOutlined,
  LeftOutlined,
  PrinterOutlined,
  RedoOutlined,
  SettingOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Alert, Button, Dropdown, Spin } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { urlOf } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import { has } from '../../domain/access/access.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { HeadForm } from './head-form.tsx';
import { RedactedView } from './redacted-view.tsx';
import { ReportOutline } from './report-outline.tsx';
import { ReportPaper } from './report-paper.tsx';
import { ReportSide } from './report-side.tsx';
import { liveSections, type ReportView } from './report-view.ts';
import { SignDialog, WithdrawDialog } from './sign-dialog.tsx';
import { type Desk, type SaveState, useReport } from './use-report.ts';
import '../figure/figure.css';
import './report.css';

export function ReportEditor() {
  const id = useParams()['id'] ?? '';
  return <Opened key={id} id={id} />;
}

/** One summary's edits never meet another's: each has its own state. */
function Opened(props: { readonly id: string }) {
  const desk = useReport(props.id);
  if (desk.view) return <Editor desk={desk} view={desk.view} />;
  return desk.error ? (
    <ProblemNotice error={desk.error} retry={desk.retry} />
  ) : (
    <Spin className="page-spin" />
  );
}

type Panel = 'outline' | 'paper' | 'side';

function Editor(props: { readonly desk: Desk; readonly view: ReportView }) {
  const { desk, view } = props;
  const text = useText();
  const { actor } = useSession();
  const editable = view.report.status === 'draft' && has(actor, 'report.write');
  const sections = useMemo(() => liveSections(view, desk.edits), [view, desk.edits]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const [redacted, setRedacted] = useState(false);
  const [panel, setPanel] = useState<Panel>('paper');
  useUndoKeys(desk, editable);
  const here = sections.find((s) => s.sentences.some((x) => x.id === sentence))?.id ?? null;
  const narrow = useNarrow();
  // On a phone one panel shows at a time: whatever is chosen brings its panel to the top.
  const show = (next: Panel, selector: string, block: 'start' | 'center') => {
    setPanel(next);
    requestAnimationFrame(() => document.querySelector(selector)?.scrollIntoView({ block }));
  };
  const choose = (number: string) => {
    setChosen(number);
    if (narrow) show('side', '.number-panel', 'start');
  };
  const go = (section: string) => show('paper', `#section-${CSS.escape(section)}`, 'start');
  const find = (number: string) => {
    setChosen(number);
    show('paper', `[data-num="${CSS.escape(number)}"]`, 'center');
  };
  const preview = async () => {
    if (!redacted) await desk.flush();
    setRedacted(!redacted);
  };
  return (
    <div className="report-desk">
      <Bar desk={desk} view={view} editable={editable} redacted={redacted} preview={() => void preview()} />
      <StateNotice view={view} />
      <div className="report-panels no-print" role="tablist">
        {(['outline', 'paper', 'side'] as const).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={panel === name}
            className={panel === name ? 'on' : ''}
            onClick={() => setPanel(name)}
          >
            {text(`report.panel.${name}`)}
          </button>
        ))}
      </div>
      <div className={`report-grid show-${panel}`}>
        <ReportOutline desk={desk} sections={sections} editable={editable} here={here} go={go} />
        <div className="desk-top">
          {redacted ? (
            <RedactedView id={view.report.id} version={view.report.version} />
          ) : (
            <ReportPaper
              desk={desk}
              view={view}
              sections={sections}
              editable={editable}
              chosen={chosen}
              choose={choose}
              sentence={sentence}
              focus={setSentence}
            />
          )}
        </div>
        <ReportSide
          desk={desk}
          view={view}
          sections={sections}
          editable={editable}
          chosen={chosen}
          sentence={sentence}
          go={go}
          find={find}
        />
      </div>
      <ConflictDialog desk={desk} view={view} />
    </div>
  );
}

/** Ctrl+Z takes back whatever was last changed, wherever the cursor stands. */
function useUndoKeys(desk: Desk, editable: boolean): void {
  useEffect(() => {
    if (!editable) return;
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea')) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        void desk.flush();
      } else if (key === 'z' || key === 'y') {
        event.preventDefault();
        if (key === 'y' || event.shiftKey) desk.redo?.();
        else desk.undo?.();
      }
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [desk, editable]);
}

interface BarProps {
  readonly desk: Desk;
  readonly view: ReportView;
  readonly editable: boolean;
  readonly redacted: boolean;
  readonly preview: () => void;
}

function Bar(props: BarProps) {
  const { desk, view, editable, redacted, preview } = props;
  const text = useText();
  const { actor } = useSession();
  const [open, setOpen] = useState<'head' | 'sign' | 'withdraw' | null>(null);
  const { status } = view.report;
  const mayWithdraw =
    (status === 'draft' && has(actor, 'report.write')) || (status === 'signed' && has(actor, 'report.sign'));
  return (
    <header className="report-bar no-print">
      <Link to="/report" aria-label={text('report.back')} className="report-back">
        <LeftOutlined />
      </Link>
      <b>{view.report.title}</b>
      <span className="quiet num">{view.report.no}</span>
      <Saved desk={desk} view={view} editable={editable} />
      <span className="grow" />
      {editable && (
        <>
          <Button
            type="text"
            icon={<UndoOutlined />}
            aria-label={text('report.undo')}
            title={`${text('report.undo')} Ctrl+Z`}
            disabled={!desk.undo}
            onClick={() => desk.undo?.()}
          />
          <Button
            type="text"
            icon={<RedoOutlined />}
            aria-label={text('report.redo')}
            title={`${text('report.redo')} Ctrl+Y`}
            disabled={!desk.redo}
            onClick={() => desk.redo?.()}
          />
          <Button icon={<SettingOutlined />} onClick={() => setOpen('head')}>
            {text('report.head')}
          </Button>
        </>
      )}
      <Button type={redacted ? 'primary' : 'default'} ghost={redacted} onClick={preview}>
        {text(redacted ? 'report.fullView' : 'report.redacted')}
      </Button>
      <DownloadMenu desk={desk} id={view.report.id} redacted={redacted} />
      <Button
        type="text"
        icon={<PrinterOutlined />}
        aria-label={text('report.print')}
        title={text('report.print')}
        onClick={() => window.print()}
      />
      {mayWithdraw && (
        <Button type="text" onClick={() => setOpen('withdraw')}>
          {text('report.withdraw')}
        </Button>
      )}
      {status === 'draft' && (
        <Button type="primary" onClick={() => setOpen('sign')}>
          {text('report.sign')}
        </Button>
      )}
      <HeadForm desk={desk} view={view} open={open === 'head'} close={() => setOpen(null)} />
      <SignDialog desk={desk} view={view} open={open === 'sign'} close={() => setOpen(null)} />
      <WithdrawDialog desk={desk} view={view} open={open === 'withdraw'} close={() => setOpen(null)} />
    </header>
  );
}

/** '草稿 · 10:42 已保存'. */
function Saved(props: { readonly desk: Desk; readonly view: ReportView; readonly editable: boolean }) {
  const { desk, view, editable } = props;
  const text = useText();
  const words = () => {
    if (!editable) return '';
    const save: SaveState = desk.save;
    if (save.s === 'waiting' || save.s === 'saving') return text('report.saving');
    if (save.s === 'failed') return text('report.notSaved');
    const at = save.at === null ? Date.parse(view.report.updatedAt) : save.at;
    const clock = new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);
    return text('report.savedAt', { clock });
  };
  const failed = desk.save.s === 'failed';
  return (
    <span className={failed ? 'save-state failed' : 'save-state'} role="status">
      {text(`report.status.${view.report.status}`)}
      {editable && ` · ${words()}`}
      {failed && (
        <Button size="small" type="link" onClick={() => void desk.flush()}>
          {text('common.retry')}
        </Button>
      )}
    </span>
  );
}

function DownloadMenu(props: { readonly desk: Desk; readonly id: string; readonly redacted: boolean }) {
  const { desk, id, redacted } = props;
  const { county } = useSession();
  const text = useText();
  const url = (format: 'docx' | 'html' | 'md' | 'xlsx') =>
    urlOf('reportFile', { params: { county, id }, query: { format, ...(redacted ? { redacted } : {}) } });
  const save = async (format: 'docx' | 'html' | 'md' | 'xlsx') => {
    if (!(await desk.flush())) return;
    const link = document.createElement('a');
    link.href = url(format);
    link.download = '';
    link.click();
  };
  const words = text(redacted ? 'report.docxRedacted' : 'report.docx');
  return (
    <Dropdown.Button
      className="report-download"
      icon={<EllipsisOutlined aria-label={text('report.otherFormats')} />}
      onClick={() => void save('docx')}
      menu={{
        onClick: ({ key }) => void save(key as 'docx' | 'html' | 'md' | 'xlsx'),
        items: [
          { key: 'docx', label: words },
          { key: 'html', label: text('report.html') },
          { key: 'md', label: text('report.md') },
          { key: 'xlsx', label: text('report.xlsx') },
        ],
      }}
    >
      <DownloadOutlined /> {words}
    </Dropdown.Button>
  );
}

function StateNotice(props: { readonly view: ReportView }) {
  const { view } = props;
  const text = useText();
  const language = useLanguage();
  if (view.report.status === 'withdrawn')
    return <Alert className="report-state" type="warning" showIcon title={text('report.isWithdrawn')} />;
  if (!view.signed) return null;
  const { at, byName, head, explanation, sha256 } = view.signed;
  return (
    <Alert
      className="report-state"
      type={view.differences.length > 0 ? 'warning' : 'success'}
      showIcon
      title={text('report.signedBy', { name: byName, at: formatInstant(at, language) })}
      description={
        <>
          {explanation !== '' && <p>{text('report.explained', { words: explanation })}</p>}
          {view.differences.length > 0 && <p>{text('report.differSince', { n: view.differences.length })}</p>}
          <p className="hash">
            {head
              ? text('report.head.journal', { size: head.size, root: head.root })
              : text('report.head.none')}
          </p>
          <p className="hash">SHA-256 {sha256}</p>
        </>
      }
    />
  );
}
