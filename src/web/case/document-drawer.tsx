// How does a paper read, what does it lack, and how is it issued, printed and taken out?
import { FilePdfOutlined, FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Popconfirm, Select, Spin, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import { newId, ProblemError, urlOf } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import { DocumentGaps } from './document-gaps.tsx';
import { type DocumentOnWire, type DocumentsOnWire, download, StateMark } from './document-state.tsx';

interface Props {
  readonly id: string;
  readonly document: DocumentOnWire;
  readonly listed: DocumentsOnWire;
  readonly close: () => void;
}

export function DocumentDrawer(props: Props) {
  const { document, close } = props;
  const say = useSay();
  const narrow = useNarrow();
  return (
    <Drawer
      open
      onClose={close}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '94%' : 920}
      rootClassName="document-drawer"
      title={
        <span className="document-title">
          {say(document.label)}
          {document.mark && <span className="quiet"> {document.mark}</span>} <StateMark document={document} />
        </span>
      }
      styles={{ body: { padding: 0 } }}
    >
      <Body {...props} />
    </Drawer>
  );
}

/** The draft is 0; an issued paper opens at its last version. */
const DRAFT = 0;

function Body(props: Props) {
  const { id, document, listed } = props;
  const text = useText();
  const [version, setVersion] = useState(document.versions.at(-1)?.version ?? DRAFT);
  const frame = useRef<HTMLIFrameElement>(null);
  const said = document.versions.find((each) => each.version === version);
  return (
    <div className="document-body">
      <div className="document-tools">
        {document.versions.length > 0 && (
          <Select
            value={version}
            onChange={setVersion}
            options={[
              ...document.versions.map((each) => ({
                value: each.version,
                label: `${text('document.version', { n: each.version })} ${each.no ?? each.day}`,
              })),
              { value: DRAFT, label: text('document.draft') },
            ]}
          />
        )}
        <Files id={id} document={document} version={version} pdf={listed.pdf} frame={frame} />
        {version === DRAFT && !document.bound && listed.mayIssue && (
          <Issue id={id} document={document} done={setVersion} />
        )}
      </div>
      {!listed.personal && <p className="quiet">{text('document.hidden')}</p>}
      {said && (
        <p className="quiet num document-hash">
          {text('document.fingerprint', { hash: said.sha256.slice(0, 16) })}
        </p>
      )}
      {version === DRAFT && <DocumentGaps id={id} document={document} listed={listed} />}
      <Preview id={id} document={document} version={version} frame={frame} />
    </div>
  );
}

interface Shown {
  readonly id: string;
  readonly document: DocumentOnWire;
  readonly version: number;
  readonly frame: React.RefObject<HTMLIFrameElement | null>;
}

function useAddress({ id, document, version }: Omit<Shown, 'frame'>) {
  const county = useCounty();
  return (format: 'docx' | 'pdf' | 'html') =>
    urlOf('documentFile', {
      params: { county, id, name: document.name },
      query: { format, ...(version === DRAFT ? {} : { version }) },
    });
}

/** The page as it will be printed; a frame of its own, without script. */
function Preview(props: Shown) {
  const { id, document, version, frame } = props;
  const address = useAddress(props);
  const query = useQuery({
    queryKey: ['documentFile', id, document.name, version, version === DRAFT ? document.draft : ''],
    queryFn: async ({ signal }) => {
      const response = await fetch(address('html'), { credentials: 'same-origin', signal });
      if (!response.ok) throw new ProblemError(response.status, []);
      return response.text();
    },
  });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spin className="page-spin" />;
  return (
    <iframe
      ref={frame}
      className="document-page"
      title={document.label[0]}
      sandbox="allow-same-origin allow-modals"
      srcDoc={query.data}
    />
  );
}

function Files(props: Shown & { readonly pdf: boolean }) {
  const { pdf, frame } = props;
  const text = useText();
  const address = useAddress(props);
  const [busy, setBusy] = useState<'docx' | 'pdf' | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const take = async (format: 'docx' | 'pdf') => {
    setBusy(format);
    setProblem(null);
    try {
      await download(address(format));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      <Button icon={<FileWordOutlined />} loading={busy === 'docx'} onClick={() => void take('docx')}>
        {text('document.word')}
      </Button>
      <Tooltip title={pdf ? '' : text('document.noPdf')}>
        <Button
          icon={<FilePdfOutlined />}
          disabled={!pdf}
          loading={busy === 'pdf'}
          onClick={() => void take('pdf')}
        >
          {text('document.pdf')}
        </Button>
      </Tooltip>
      <Button icon={<PrinterOutlined />} onClick={() => frame.current?.contentWindow?.print()}>
        {text('document.print')}
      </Button>
      <ProblemNotice error={problem} />
    </>
  );
}

function Issue(props: {
  readonly id: string;
  readonly document: DocumentOnWire;
  readonly done: (version: number) => void;
}) {
  const { id, document, done } = props;
  const text = useText();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [problem, setProblem] = useState<unknown>(null);
  // One paper, one id, however often the button is pressed.
  const [paper, setPaper] = useState(newId);
  const lacking = document.gaps.some((gap) => gap.must);
  const issue = async () => {
    setProblem(null);
    try {
      const body = { id: paper, case: id, name: document.name, draft: document.draft };
      const issued = (await act('document.issue', body)) as { no: string | null; version: number };
      setPaper(newId());
      void message.success(text('document.issued', { no: issued.no ?? '' }));
      done(issued.version);
    } catch (error) {
      setProblem(error);
    }
  };
  const stale = problem instanceof ProblemError && problem.find('document.stale') !== undefined;
  return (
    <>
      <Popconfirm title={text('document.issueHint')} onConfirm={() => void issue()} disabled={lacking}>
        <Button type="primary" disabled={lacking} loading={busy}>
          {text(document.versions.length > 0 ? 'document.issueAgain' : 'document.issue')}
        </Button>
      </Popconfirm>
      {document.nextNo && document.versions.length === 0 && (
        <span className="quiet">{text('document.nextNo', { no: document.nextNo })}</span>
      )}
      {stale ? (
        <Alert type="warning" showIcon title={text('document.changed')} />
      ) : (
        <ProblemNotice error={problem} />
      )}
    </>
  );
}
