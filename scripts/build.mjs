// How is the web app built by hand (`npm run build`)?
import { buildWeb, install, runScript } from './bootstrap.mjs';

await runScript(async () => {
  install();
  return buildWeb() ? 0 : 1;
});
