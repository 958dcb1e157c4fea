// What pictures are there of it, taken when, and are they still what was hashed when they were taken?
import { CameraOutlined, DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { App, Button, Image, Input } from 'antd';
import { useRef, useState } from 'react';
import { call, uploadTo, urlOf } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { Photo } from '../../domain/seizure/custody.ts';
import { hashPhoto } from './photo-hash.ts';

export function PhotoList(props: {
  readonly id: string;
  readonly seq: number;
  readonly photos: readonly Photo[];
  readonly mayAdd: boolean;
}) {
  const { photos, mayAdd } = props;
  const text = useText();
  const county = useCounty();
  return (
    <section className="custody-part" aria-label={text('custody.photos')}>
      <h3>{text('custody.photos')}</h3>
      {photos.length === 0 && <p className="quiet">{text('custody.noPhotos')}</p>}
      <ul className="photo-list">
        {photos.map((photo) => (
          <PhotoCard key={photo.file} county={county} photo={photo} />
        ))}
      </ul>
      {mayAdd && <AddPhoto {...props} />}
    </section>
  );
}

function PhotoCard(props: { readonly county: string; readonly photo: Photo }) {
  const { county, photo } = props;
  const text = useText();
  const language = useLanguage();
  const { message } = App.useApp();
  const [holds, setHolds] = useState<boolean | null>(null);
  const params = { county, sha256: photo.file };
  const check = async () => {
    try {
      setHolds((await call('fileCheck', { params })).holds);
    } catch {
      void message.error(text('problem.title'));
    }
  };
  return (
    <li>
      <Image
        src={urlOf('file', { params })}
        alt={photo.caption || text('custody.photos')}
        width={148}
        height={111}
      />
      <div className="photo-words">
        <span>{photo.caption || text('common.none')}</span>
        {photo.takenAt && (
          <span className="quiet">
            {text('custody.taken', { at: formatInstant(photo.takenAt, language) })}
          </span>
        )}
        {photo.place && (
          <span className="quiet num">
            {photo.place.lng.toFixed(5)}, {photo.place.lat.toFixed(5)}
          </span>
        )}
        <code className="photo-hash" title={photo.file}>
          SHA-256 {photo.file.slice(0, 16)}…
        </code>
        {holds !== null && (
          <span className={holds ? 'mark done' : 'mark late'} role="status">
            {text(holds ? 'custody.verified' : 'custody.broken')}
          </span>
        )}
        <span className="photo-tools no-print">
          <Button size="small" type="link" icon={<SafetyCertificateOutlined />} onClick={() => void check()}>
            {text('custody.verify')}
          </Button>
          <Button
            size="small"
            type="link"
            icon={<DownloadOutlined />}
            href={urlOf('file', { params, query: { original: true } })}
            aria-label={text('custody.original')}
          />
        </span>
      </div>
    </li>
  );
}

function AddPhoto(props: { readonly id: string; readonly seq: number }) {
  const { id, seq } = props;
  const text = useText();
  const county = useCounty();
  const { act, busy } = useAct();
  const input = useRef<HTMLInputElement>(null);
  const [caption, setCaption] = useState('');
  const [stage, setStage] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const add = async (file: File) => {
    setProblem(null);
    try {
      // Hashed before it goes anywhere: what arrives must be what was taken.
      setStage(text('custody.hashing'));
      const sha256 = await hashPhoto(file);
      const sent = await uploadTo(
        'filePut',
        county,
        file,
        (part) => setStage(text('custody.sending', { percent: Math.round(part * 100) })),
        { sha256 },
      );
      await act('step.take', {
        ...{ kind: 'seizure', id, seq, step: 'photo' },
        values: {
          ...{ file: sent.sha256, size: sent.size, caption: caption || null },
          ...{ takenAt: sent.takenAt ?? new Date(file.lastModified).toISOString(), place: sent.place },
        },
      });
      setCaption('');
    } catch (error) {
      setProblem(error);
    } finally {
      setStage(null);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <div className="photo-add no-print">
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        hidden
        aria-label={text('custody.addPhoto')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void add(file);
        }}
      />
      <Input
        value={caption}
        maxLength={120}
        placeholder={text('custody.caption')}
        aria-label={text('custody.caption')}
        onChange={(event) => setCaption(event.target.value)}
      />
      <Button
        icon={<CameraOutlined />}
        loading={busy || stage !== null}
        onClick={() => input.current?.click()}
      >
        {stage ?? text('custody.addPhoto')}
      </Button>
      <ProblemNotice error={problem} />
    </div>
  );
}
