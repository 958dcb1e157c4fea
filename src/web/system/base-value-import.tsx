// How does a county's table of base values come in from a file or the clipboard, and go out?
import { Button, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { call, urlOf } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { CountyBase } from '../../domain/law/base-value.ts';

/** Reads without saving: the rows stand in the form for a person to check. */
export function BaseValueImport(props: { readonly take: (rows: readonly CountyBase[]) => void }) {
  const text = useText();
  const county = useCounty();
  const picker = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const read = async (body: { text?: string; base64?: string }) => {
    setProblem(null);
    setBusy(true);
    try {
      const { rows } = await call('baseValueRead', { params: { county }, body });
      // Zod gives optional keys as `| undefined`; the rows come without those keys.
      props.take(rows as CountyBase[]);
      setPasting(false);
      setPasted('');
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        aria-label={text('base.importFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void base64Of(file).then((base64) => read({ base64 }));
        }}
      />
      <Button loading={busy} onClick={() => picker.current?.click()}>
        {text('base.importFile')}
      </Button>
      <Button onClick={() => setPasting(true)}>{text('base.paste')}</Button>
      <Button href={urlOf('baseValueFile', { params: { county } })}>{text('base.export')}</Button>
      {!pasting && problem !== null && (
        <div style={{ flexBasis: '100%' }}>
          <ProblemNotice error={problem} />
        </div>
      )}
      <Modal
        open={pasting}
        title={text('base.pasteTitle')}
        okText={text('base.pasteDo')}
        cancelText={text('common.cancel')}
        confirmLoading={busy}
        okButtonProps={{ disabled: pasted.trim() === '' }}
        onOk={() => void read({ text: pasted })}
        onCancel={() => {
          setPasting(false);
          setProblem(null);
        }}
      >
        <p className="sub">{text('base.pasteHint')}</p>
        <Input.TextArea
          aria-label={text('base.pasteTitle')}
          rows={10}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <ProblemNotice error={problem} />
      </Modal>
    </>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.readAsDataURL(file);
  });
}
