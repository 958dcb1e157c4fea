// What came with a tip? Copies without metadata; an original only with a reason that is journaled.
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { urlOf } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { useTellProblem } from '../../client/ui/problem-notice.tsx';
import { has } from '../../domain/access/access.ts';
import type { TipDetail } from './tip-page.tsx';

type File = TipDetail['files'][number];

export function TipFiles({ detail }: { readonly detail: TipDetail }) {
  const text = useText();
  const [asked, setAsked] = useState<File | null>(null);
  return (
    <section className="card">
      <h3>{text('tip.material')}</h3>
      {detail.files.length === 0 ? (
        <p className="quiet">{text('tip.materialNone')}</p>
      ) : (
        <p className="quiet">{text('tip.shownHint')}</p>
      )}
      <ul className="tip-files">
        {detail.files.map((file) => (
          <li key={file.id}>
            <Copy tip={detail.tip.id} file={file} />
            <FileFoot file={file} ask={() => setAsked(file)} />
          </li>
        ))}
      </ul>
      {asked && <OriginalDialog tip={detail.tip.id} file={asked} close={() => setAsked(null)} />}
    </section>
  );
}

const sizeText = (bytes: number) =>
  bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;

function FileFoot({ file, ask }: { readonly file: File; readonly ask: () => void }) {
  const text = useText();
  const { actor } = useSession();
  return (
    <div className="tip-file-foot">
      <span className="quiet num" title={`SHA-256 ${file.sha256}`}>
        {file.type.split('/')[1]} · {sizeText(file.size)}
      </span>
      {file.original ? (
        has(actor, 'tip.handle') && (
          <Button type="link" size="small" onClick={ask}>
            {text('tip.original')}
          </Button>
        )
      ) : (
        <span className="quiet">{text('tip.originalGone')}</span>
      )}
    </div>
  );
}

function Copy({ tip, file }: { readonly tip: string; readonly file: File }) {
  const text = useText();
  const { county } = useSession();
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  const src = urlOf('tipFile', { params: { county, id: tip, file: file.id } });
  if (!file.shown || broken) return <div className="tip-copy none">{text('tip.noCopy')}</div>;
  if (file.type.startsWith('image/'))
    return (
      <a className="tip-copy" href={src} target="_blank" rel="noreferrer">
        <img src={src} alt={text('tip.material')} loading="lazy" onError={() => setBroken(true)} />
      </a>
    );
  if (!open)
    return (
      <button type="button" className="tip-copy none" onClick={() => setOpen(true)}>
        {text('tip.playWarn')}
      </button>
    );
  if (file.type.startsWith('audio/'))
    return (
      <div className="tip-copy none">
        {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what a stranger's recording says */}
        <audio controls autoPlay src={src} onError={() => setBroken(true)} />
      </div>
    );
  return (
    <div className="tip-copy">
      {/* biome-ignore lint/a11y/useMediaCaption: as above */}
      <video controls autoPlay src={src} onError={() => setBroken(true)} />
    </div>
  );
}

function OriginalDialog(props: { readonly tip: string; readonly file: File; readonly close: () => void }) {
  const { tip, file, close } = props;
  const text = useText();
  const { county } = useSession();
  const { act, busy } = useAct();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  const [reason, setReason] = useState('');
  const open = async () => {
    try {
      const result = (await act('tip.openOriginal', { tip, file: file.id, reason })) as { ticket: string };
      const params = { county, id: tip, file: file.id };
      window.location.assign(urlOf('tipOriginal', { params, query: { ticket: result.ticket } }));
      void message.success(text('common.saved'));
      close();
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <Modal
      open
      title={text('tip.original')}
      onCancel={close}
      onOk={() => void open()}
      okText={text('tip.originalOpen')}
      okButtonProps={{ disabled: reason.trim().length < 4, loading: busy }}
      cancelText={text('common.cancel')}
    >
      <p>{text('tip.originalHint')}</p>
      <Input.TextArea
        rows={3}
        maxLength={500}
        value={reason}
        placeholder={text('tip.originalReason')}
        aria-label={text('tip.originalReason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
