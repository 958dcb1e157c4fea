// How do posts come in: pasted, or in a file?
import { InboxOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Input, Tabs, Upload } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { newId, uploadTo } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { tidyText } from '../../domain/opinion/draft.ts';
import { readPaste } from '../../domain/opinion/paste.ts';
import { LIMIT, type PostDraft, wholeText } from '../../domain/opinion/post.ts';
import { ImportProgress, RecentImports } from './import-progress.tsx';
import { MarkedText } from './marked-text.tsx';
import { ScoreMark } from './post-line.tsx';

export function AddPanel(props: { readonly close: () => void }) {
  const text = useText();
  const [tab, setTab] = useState('paste');
  const [job, setJob] = useState<string | null>(null);
  const begun = (id: string) => {
    setTab('file');
    setJob(id);
  };
  return (
    <>
      <p className="quiet">{text('opinion.noNet')}</p>
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'paste',
            label: text('opinion.paste'),
            children: <Paste close={props.close} begun={begun} />,
          },
          {
            key: 'file',
            label: text('opinion.file'),
            children: <FromFile job={job} begun={begun} close={props.close} />,
          },
        ]}
      />
    </>
  );
}

/** Keeps the file and begins reading it; resolves to the import's id. */
function useImport() {
  const { county } = useSession();
  const { act } = useAct();
  return async (file: File, progress: (part: number) => void) => {
    const kept = await uploadTo('opinionUpload', county, file, progress);
    const id = newId();
    await act('opinion.import', { id, file: kept.sha256, name: file.name });
    return id;
  };
}

function Paste(props: { readonly close: () => void; readonly begun: (id: string) => void }) {
  const text = useText();
  const { message } = App.useApp();
  const { county } = useSession();
  const { act } = useAct();
  const importFile = useImport();
  const [typed, setTyped] = useState('');
  const [whole, setWhole] = useState(false);
  const [platform, setPlatform] = useState('');
  const [author, setAuthor] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const later = useDeferredValue(typed);
  const read = useMemo(() => readPaste(later), [later]);
  const posts = useMemo(() => {
    const drafts = read.kind === 'posts' ? (whole ? oneOf(read.posts, later) : read.posts) : [];
    return drafts.map((draft) => ({
      ...draft,
      ...(draft.platform || !platform ? {} : { platform }),
      ...(draft.author || !author ? {} : { author }),
    }));
  }, [read, whole, later, platform, author]);
  const keep = async () => {
    setBusy(true);
    setProblem(null);
    try {
      // What was pasted is the original: its bytes are kept under their hash.
      if (read.kind === 'file') props.begun(await importFile(new File([typed], read.name), () => {}));
      else {
        const { sha256 } = await uploadTo(
          'opinionUpload',
          county,
          new File([typed], `${text('opinion.paste')}.txt`),
          () => {},
        );
        const sent = posts
          .slice(0, LIMIT.posts)
          .map((draft, i) => ({ ...draft, id: newId(), place: String(i + 1) }));
        const done = (await act('opinion.add', { posts: sent, source: sha256 })) as {
          added: string[];
          same: object;
          suspect: number;
        };
        void message.success(
          text('opinion.kept', {
            added: done.added.length,
            suspect: done.suspect,
            same: Object.keys(done.same).length,
          }),
        );
        props.close();
      }
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="opinion-add">
      <p className="sub">{text('opinion.pasteHint')}</p>
      <Input.TextArea
        aria-label={text('opinion.pasteBox')}
        placeholder={text('opinion.pasteExample')}
        autoSize={{ minRows: 6, maxRows: 14 }}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {read.kind === 'posts' && (
        <div className="row-line">
          <Input
            aria-label={text('opinion.pastePlatform')}
            placeholder={text('opinion.pastePlatform')}
            maxLength={LIMIT.platform}
            value={platform}
            onChange={(event) => setPlatform(event.target.value.trim())}
          />
          <Input
            aria-label={text('opinion.pasteAuthor')}
            placeholder={text('opinion.pasteAuthor')}
            maxLength={LIMIT.author}
            value={author}
            onChange={(event) => setAuthor(event.target.value.trim())}
          />
          {read.posts.length > 1 && (
            <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>
              {text('opinion.whole')}
            </Checkbox>
          )}
        </div>
      )}
      <ProblemNotice error={problem} />
      {typed.trim() !== '' && read.kind === 'file' && (
        <p>{text('opinion.previewFile', { what: read.name.split('.').at(-1)?.toUpperCase() ?? '' })}</p>
      )}
      <Preview posts={posts} />
      <Button
        type="primary"
        loading={busy}
        disabled={typed.trim() === '' || (read.kind === 'posts' && posts.length === 0)}
        onClick={() => void keep()}
      >
        {read.kind === 'file'
          ? text('opinion.keepFile')
          : text('opinion.keep', { n: Math.min(posts.length, LIMIT.posts) })}
      </Button>
    </div>
  );
}

/** All that was pasted as one post. */
function oneOf(posts: readonly PostDraft[], pasted: string): PostDraft[] {
  const first = posts.find((post) => post.url) ?? posts[0];
  return first ? [{ ...first, text: tidyText(pasted).slice(0, LIMIT.text) }] : [];
}

const PREVIEWED = 30;

/** What each will score, before it is kept. */
function Preview(props: { readonly posts: readonly PostDraft[] }) {
  const text = useText();
  const { county } = useSession();
  const texts = props.posts.slice(0, PREVIEWED).map(wholeText);
  const query = useCall(
    'opinionScreen',
    { params: { county }, body: { texts } },
    { enabled: texts.length > 0, keep: true },
  );
  if (texts.length === 0) return null;
  return (
    <div className="opinion-preview">
      <strong>{text('opinion.preview', { n: props.posts.length })}</strong>
      {props.posts.slice(0, PREVIEWED).map((post, index) => {
        const screening = query.data?.screenings[index];
        return (
          <div key={index} className="opinion-line inner">
            <ScoreMark score={screening?.score ?? 0} threshold={query.data?.threshold ?? 35} />
            <div className="opinion-what">
              <div className="opinion-text">
                {post.text === '' ? (
                  <span className="quiet">{text('opinion.linkOnly')}</span>
                ) : (
                  <MarkedText text={texts[index] ?? ''} hits={screening?.hits ?? []} />
                )}
              </div>
              <div className="opinion-meta">
                {post.platform && <span>{post.platform}</span>}
                {post.url && <span className="opinion-url">{post.url}</span>}
              </div>
            </div>
          </div>
        );
      })}
    </div>
  );
}

function FromFile(props: {
  readonly job: string | null;
  readonly begun: (id: string) => void;
  readonly close: () => void;
}) {
  const text = useText();
  const importFile = useImport();
  const [part, setPart] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const begin = async (file: File) => {
    setProblem(null);
    setPart(0);
    try {
      props.begun(await importFile(file, setPart));
    } catch (error) {
      setProblem(error);
    } finally {
      setPart(null);
    }
  };
  return (
    <div className="opinion-add">
      <Upload.Dragger
        accept=".csv,.xlsx,.xml,.rss,.atom,.json,.jsonl,.ndjson,.txt,.tsv"
        showUploadList={false}
        disabled={part !== null}
        beforeUpload={(file) => {
          void begin(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{text('opinion.drop')}</p>
        <p className="ant-upload-hint">{text('opinion.dropHint')}</p>
      </Upload.Dragger>
      {part !== null && <p role="status">{text('import.uploading', { percent: Math.round(part * 100) })}</p>}
      <ProblemNotice error={problem} />
      {props.job && <ImportProgress key={props.job} id={props.job} close={props.close} />}
      <RecentImports open={props.begun} />
    </div>
  );
}
