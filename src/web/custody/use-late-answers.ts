// When are confirmations that wait on this device sent? On opening, when the network is back, and every half minute.
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect } from 'react';
import { useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { sendLateAnswers } from './late-answer.ts';

const AGAIN_MS = 30_000;

export function useLateAnswers(): void {
  const { me } = useSession();
  const client = useQueryClient();
  const text = useText();
  const say = useSay();
  const { notification } = App.useApp();
  useEffect(() => {
    const send = () =>
      void sendLateAnswers(me.account, (refusals) => {
        void client.invalidateQueries();
        if (refusals.length > 0)
          notification.error({
            title: text('handover.lateRefused'),
            description: refusals.map((refusal) => say(refusal.message)).join('；'),
            duration: 0,
          });
      });
    send();
    const timer = setInterval(send, AGAIN_MS);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [me.account, client, text, say, notification]);
}
