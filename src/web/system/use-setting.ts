// How is one setting of the county read and saved?
import { App } from 'antd';
import { useState } from 'react';
import { useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';

/** Saves one setting; tells what went wrong. */
export function useSetting(name: string) {
  const text = useText();
  const county = useCounty();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [problem, setProblem] = useState<unknown>(null);
  const query = useCall('settings', { params: { county, name } });
  const save = async (value: unknown) => {
    setProblem(null);
    try {
      await act('setting.put', { name, value });
      void message.success(text('common.saved'));
    } catch (error) {
      setProblem(error);
    }
  };
  return { query, save, busy, problem: problem ?? query.error };
}
