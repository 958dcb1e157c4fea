// Which page stands at which address? Every page is loaded when first opened.
import { App as AntApp, ConfigProvider, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useLanguage } from '../client/i18n.ts';
import { theme } from '../client/theme.ts';
import { Login } from './login/login.tsx';
import { SignedIn } from './shell/signed-in.tsx';

function page<M, K extends keyof M>(load: () => Promise<M>, name: K) {
  return lazy(async () => ({ default: (await load())[name] as ComponentType }));
}

// Signing in needs none of the kinds of record; the frame does, for its navigation.
const Frame = page(() => import('./shell/frame.tsx'), 'Frame');
const NotFound = page(() => import('./shell/not-found.tsx'), 'NotFound');
const Overview = page(() => import('./overview/overview.tsx'), 'Overview');
const Wall = page(() => import('./overview/wall.tsx'), 'Wall');
const CampaignPage = page(() => import('./campaign/campaign-page.tsx'), 'CampaignPage');
const ClueInbox = page(() => import('./clue/clue-inbox.tsx'), 'ClueInbox');
const CaseDesk = page(() => import('./case/case-desk.tsx'), 'CaseDesk');
const HeldPage = page(() => import('./custody/held-page.tsx'), 'HeldPage');
const HandoverPage = page(() => import('./custody/handover-page.tsx'), 'HandoverPage');
const LabelPage = page(() => import('./custody/label-page.tsx'), 'LabelPage');
const LabelFind = page(() => import('./custody/label-page.tsx'), 'LabelFind');
const AlarmPage = page(() => import('./guard/alarm-page.tsx'), 'AlarmPage');
const OpinionPage = page(() => import('./opinion/opinion-page.tsx'), 'OpinionPage');
const LexiconPage = page(() => import('./opinion/lexicon-page.tsx'), 'LexiconPage');
const FigureExplorer = page(() => import('./figure/figure-explorer.tsx'), 'FigureExplorer');
const ReportList = page(() => import('./report/report-list.tsx'), 'ReportList');
const ReportEditor = page(() => import('./report/report-editor.tsx'), 'ReportEditor');
const MapPage = page(() => import('./map/map-page.tsx'), 'MapPage');
const Register = page(() => import('./register/register.tsx'), 'Register');
const RecordPage = page(() => import('./register/record-page.tsx'), 'RecordPage');
const ImportPage = page(() => import('./import/import-page.tsx'), 'ImportPage');
const AccountPage = page(() => import('./system/account-page.tsx'), 'AccountPage');
const JournalPage = page(() => import('./system/journal-page.tsx'), 'JournalPage');
const SettingPage = page(() => import('./system/setting-page.tsx'), 'SettingPage');
const TipList = page(() => import('./tip/tip-list.tsx'), 'TipList');
const TipPage = page(() => import('./tip/tip-page.tsx'), 'TipPage');
const TipEnter = page(() => import('./tip/tip-enter.tsx'), 'TipEnter');
const TipPoster = page(() => import('./tip/tip-poster.tsx'), 'TipPoster');
const TipKeyPage = page(() => import('./tip/key-page.tsx'), 'TipKeyPage');
const RewardPage = page(() => import('./reward/reward-page.tsx'), 'RewardPage');
const RewardCounter = page(() => import('./reward/counter-page.tsx'), 'CounterPage');
const RewardBook = page(() => import('./reward/book-page.tsx'), 'BookPage');
const PasswordPage = page(() => import('./system/password-page.tsx'), 'PasswordPage');

export function Desk() {
  const language = useLanguage();
  useEffect(() => void dayjs.locale(language === 'zh' ? 'zh-cn' : 'en'), [language]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <AntApp>
        <Routes>
          <Route path="/login" element={<Login />} />
          <Route
            path="/wall"
            element={
              <SignedIn>
                <Suspense fallback={<Spin fullscreen />}>
                  <Wall />
                </Suspense>
              </SignedIn>
            }
          />
          <Route
            path="/handover/:county/:code"
            element={
              <SignedIn>
                <Suspense fallback={<Spin fullscreen />}>
                  <HandoverPage />
                </Suspense>
              </SignedIn>
            }
          />
          <Route
            element={
              <SignedIn>
                <Suspense fallback={<Spin fullscreen />}>
                  <Frame />
                </Suspense>
              </SignedIn>
            }
          >
            <Route index element={<Overview />} />
            <Route path="campaign" element={<CampaignPage />} />
            <Route path="record/:kind" element={<Register />} />
            <Route path="record/:kind/:id" element={<RecordPage />} />
            <Route path="clue" element={<ClueInbox />} />
            <Route path="case" element={<CaseDesk />} />
            <Route path="custody" element={<HeldPage />} />
            <Route path="label" element={<LabelPage />} />
            <Route path="q/:county/:no/:check" element={<LabelFind />} />
            <Route path="alarm" element={<AlarmPage />} />
            <Route path="opinion" element={<OpinionPage />} />
            <Route path="opinion/lexicon" element={<LexiconPage />} />
            <Route path="reward" element={<RewardPage />} />
            <Route path="reward/counter" element={<RewardCounter />} />
            <Route path="reward/book" element={<RewardBook />} />
            <Route path="figure" element={<FigureExplorer />} />
            <Route path="report" element={<ReportList />} />
            <Route path="report/:id" element={<ReportEditor />} />
            <Route path="map" element={<MapPage />} />
            <Route path="import" element={<ImportPage />} />
            <Route path="system" element={<Navigate to="/record/person" replace />} />
            <Route path="system/account" element={<AccountPage />} />
            <Route path="system/journal" element={<JournalPage />} />
            <Route path="system/setting" element={<SettingPage />} />
            <Route path="tip" element={<TipList />} />
            <Route path="tip/enter" element={<TipEnter />} />
            <Route path="tip/poster" element={<TipPoster />} />
            <Route path="tip/:id" element={<TipPage />} />
            <Route path="system/tip-key" element={<TipKeyPage />} />
            <Route path="system/password" element={<PasswordPage />} />
            <Route path="*" element={<NotFound />} />
          </Route>
        </Routes>
      </AntApp>
    </ConfigProvider>
  );
}
