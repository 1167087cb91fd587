/* npm run test:compose: docker/compose.yaml on a real Docker engine; arguments go to Jest. Ends with 77 when there is no engine: nothing was tested. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';
import { runNode } from './run.mjs';
import { orFail, say } from './words.mjs';

/** As automake has it: skipped. */
const NOT_RUN = 77;

await orFail(prepare);
const engine = spawnSync('docker', ['info', '--format', '{{.ServerVersion}}'], { encoding: 'utf8' });
if (engine.status === 0) {
  console.error(say(`Docker Engine ${engine.stdout.trim()}`, `Docker Engine ${engine.stdout.trim()}`));
  const config = join(ROOT, 'test', 'compose', 'jest.config.js');
  const jest = ['--experimental-vm-modules', '--no-warnings', join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')];
  process.exitCode = await runNode([...jest, '--config', config, '--runInBand', ...process.argv.slice(2)]);
} else {
  const why = (engine.error?.message ?? engine.stderr).trim();
  console.error(
    say(
      `KHÔNG THỬ GÌ: không có Docker engine nào trả lời (${why}).\n→ Cài hoặc khởi động Docker, kiểm tra DOCKER_HOST, rồi chạy lại.`,
      `NOTHING WAS TESTED: no Docker engine answers (${why}).\n→ Install or start Docker, check DOCKER_HOST, then run this again.`,
    ),
  );
  process.exitCode = NOT_RUN;
}
