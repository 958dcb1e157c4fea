// What was said between the informant and the office?
import { Button, Input } from 'antd';
import { useState } from 'react';
import { newId } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { useTellProblem } from '../../client/ui/problem-notice.tsx';
import { has } from '../../domain/access/access.ts';
import type { TipDetail } from './tip-page.tsx';

export function TipTalk({ detail }: { readonly detail: TipDetail }) {
  const text = useText();
  const language = useLanguage();
  const { actor } = useSession();
  return (
    <section className="card">
      <h3>{text('tip.messages')}</h3>
      {detail.messages.length === 0 && <p className="quiet">{text('tip.messagesNone')}</p>}
      <ol className="tip-talk">
        {detail.messages.map((message) => (
          <li key={message.id} className={message.fromOffice ? 'office' : ''}>
            <small className="quiet">
              {message.fromOffice ? message.byName : text('tip.fromInformant')} ·{' '}
              {formatInstant(message.at, language)}
            </small>
            <p>{message.text}</p>
          </li>
        ))}
      </ol>
      {has(actor, 'tip.handle') && <ReplyForm tip={detail.tip.id} />}
    </section>
  );
}

function ReplyForm({ tip }: { readonly tip: string }) {
  const text = useText();
  const { act, busy } = useAct();
  const tellProblem = useTellProblem();
  const [words, setWords] = useState('');
  const [id, setId] = useState(newId);
  const send = async () => {
    try {
      await act('tip.reply', { id, tip, text: words });
      setWords('');
      setId(newId());
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <div className="tip-reply">
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={words}
        placeholder={text('tip.reply')}
        aria-label={text('tip.reply')}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="primary" disabled={words.trim() === ''} loading={busy} onClick={() => void send()}>
        {text('tip.send')}
      </Button>
    </div>
  );
}
