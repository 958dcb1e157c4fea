// Which papers does a case have, which does it call for, and what does each lack?
import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { urlOf } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { DocumentDrawer } from './document-drawer.tsx';
import { type DocumentOnWire, download, StateMark } from './document-state.tsx';
import './document.css';

export function DocumentPanel(props: { readonly id: string }) {
  const { id } = props;
  const text = useText();
  const county = useCounty();
  const query = useCall('documents', { params: { county, id } });
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 4 }} />;
  const { documents } = query.data;
  const needed = documents.filter((each) => each.state !== 'idle');
  const shown = all ? documents : needed;
  const current = documents.find((each) => each.name === open);
  return (
    <section className="documents no-print" aria-label={text('document.title')}>
      <div className="documents-head">
        <h3>{text('document.title')}</h3>
        {query.data.personal && <ArchiveButton id={id} />}
      </div>
      <p className="sub">{text('document.sub')}</p>
      {shown.length === 0 && <p className="quiet">{text('document.none')}</p>}
      <ul>
        {shown.map((each) => (
          <DocumentRow key={each.name} document={each} open={() => setOpen(each.name)} />
        ))}
      </ul>
      {documents.length > needed.length && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {text(all ? 'document.fewer' : 'document.all', { n: documents.length })}
        </Button>
      )}
      {current && (
        <DocumentDrawer
          key={current.name}
          id={id}
          document={current}
          listed={query.data}
          close={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function DocumentRow(props: { readonly document: DocumentOnWire; readonly open: () => void }) {
  const { document, open } = props;
  const say = useSay();
  const last = document.versions.at(-1);
  return (
    <li>
      <button type="button" className="document-name" onClick={open}>
        {say(document.label)}
        {document.mark && <span className="quiet"> {document.mark}</span>}
      </button>
      <span className="document-no num">{last?.no ?? ''}</span>
      <StateMark document={document} />
    </li>
  );
}

/** Putting a file together takes seconds; the page stays usable, and a refusal is said in words. */
function ArchiveButton(props: { readonly id: string }) {
  const text = useText();
  const county = useCounty();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const fetchFile = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await download(urlOf('caseArchive', { params: { county, id: props.id } }));
      void message.success(text('document.archived'));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="archive">
      <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void fetchFile()}>
        {text(busy ? 'document.archiving' : 'document.archive')}
      </Button>
      <ProblemNotice error={problem} />
    </span>
  );
}
