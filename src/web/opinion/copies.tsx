// Which originals prove a post, and are they still what they were?
import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { call, uploadTo, urlOf } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { type TextKey, useLanguage, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import type { PostOnWire } from '../../contract/opinion.ts';
import { has } from '../../domain/access/access.ts';

type Copy = ReplyOf<'opinionPost'>['copies'][number];

export function Copies(props: {
  readonly post: PostOnWire;
  readonly copies: readonly Copy[];
  readonly refresh: () => void;
}) {
  const { post, copies } = props;
  const text = useText();
  const { actor } = useSession();
  return (
    <section aria-label={text('opinion.copies')}>
      <div className="row-line">
        <h3>{text('opinion.copies')}</h3>
        <span className="grow" />
        {has(actor, 'opinion.write') && <AddCopy post={post} done={props.refresh} />}
      </div>
      <p className="quiet">{text('opinion.copiesHint')}</p>
      {copies.length === 0 && <p className="quiet">{text('opinion.copyNone')}</p>}
      <ul className="opinion-copies">
        {copies.map((copy) => (
          <CopyLine key={copy.sha256} copy={copy} />
        ))}
      </ul>
    </section>
  );
}

function AddCopy(props: { readonly post: PostOnWire; readonly done: () => void }) {
  const text = useText();
  const { county } = useSession();
  const { act, busy } = useAct();
  const [problem, setProblem] = useState<unknown>(null);
  const add = async (file: File) => {
    setProblem(null);
    try {
      const kept = await uploadTo('opinionUpload', county, file, () => {});
      await act('opinion.attach', { id: props.post.id, file: kept.sha256 });
      props.done();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          void add(file);
          return false;
        }}
      >
        <Button size="small" icon={<UploadOutlined />} loading={busy}>
          {text('opinion.copyAdd')}
        </Button>
      </Upload>
      <ProblemNotice error={problem} />
    </>
  );
}

const KB = 1024;

function CopyLine(props: { readonly copy: Copy }) {
  const { copy } = props;
  const text = useText();
  const language = useLanguage();
  const { actor, county } = useSession();
  const url = urlOf('opinionFile', { params: { county, sha256: copy.sha256 } });
  const open = has(actor, 'personal.read');
  return (
    <li>
      {open && copy.media.startsWith('image/') && (
        <a href={url} target="_blank" rel="noreferrer">
          <img src={url} alt={copy.name} loading="lazy" />
        </a>
      )}
      <div>
        {open ? (
          <a href={url} target="_blank" rel="noreferrer">
            {copy.name}
          </a>
        ) : (
          copy.name
        )}{' '}
        <span className="quiet num">
          {Math.max(1, Math.round(copy.bytes / KB)).toLocaleString('en-US')} KB
        </span>{' '}
        <span className="quiet">
          {text(`opinion.role.${copy.role}` as TextKey)} · {formatInstant(copy.addedAt, language)}
          {copy.place && ` · ${copy.place}`}
        </span>
        {open && copy.media === 'text/html' && (
          <>
            {' '}
            <a
              href={urlOf('opinionFile', { params: { county, sha256: copy.sha256 }, query: { as: 'text' } })}
              target="_blank"
              rel="noreferrer"
            >
              {text('opinion.copyText')}
            </a>
          </>
        )}
        <div className="opinion-hash">{copy.sha256}</div>
        <Verify sha256={copy.sha256} />
      </div>
    </li>
  );
}

function Verify(props: { readonly sha256: string }) {
  const text = useText();
  const { county } = useSession();
  const [found, setFound] = useState<ReplyOf<'opinionVerify'> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const verify = async () => {
    setProblem(null);
    try {
      setFound(await call('opinionVerify', { params: { county, sha256: props.sha256 } }));
    } catch (error) {
      setProblem(error);
    }
  };
  const word =
    found && (found.ok ? 'opinion.verified' : found.computed === null ? 'opinion.gone' : 'opinion.broken');
  return (
    <div className="row-line">
      <Button size="small" onClick={() => void verify()}>
        {text('opinion.verify')}
      </Button>
      {word && (
        <span role="status" className={`state ${found?.ok ? 'ok' : 'late'}`}>
          {text(word)}
        </span>
      )}
      <ProblemNotice error={problem} />
    </div>
  );
}
