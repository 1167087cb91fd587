import { type Command, Option } from 'commander';
import { vxpCalls, type VxpRegistration } from '#wire';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { words } from '#core';
import { printRows, type Column } from './columns.js';
import { VxpDesk, vxpSubcommand, type VxpOptions } from './vxp-desk.js';

const CODE: Column = [words('Mã', 'Code'), 'code'];
const NAME: Column = [words('Tên', 'Name'), 'name'];
const MAIL: Column = [words('Thư điện tử', 'Mail'), 'mail'];
const ID: Column = [words('Id', 'Id'), 'id'];
const PARENT: Column = [words('Id cấp trên', "Parent's id"), 'pid'];

const AGENCY_COLUMNS = [CODE, NAME, MAIL, ID, PARENT];
const QD20_COLUMNS: Column[] = [CODE, [words('Mã QCVN 102', 'Code of QCVN 102'), 'code102'], NAME, MAIL];
const UNIT_COLUMNS: Column[] = [
  CODE,
  NAME,
  [words('Hệ thống', 'System'), 'centerCode'],
  [words('Bản', 'Version'), 'version'],
  [words('Đã xóa', 'Deleted'), 'deleted'],
  [words('Sửa lúc', 'Modified'), 'modifyDate'],
];

interface AgenciesOptions extends VxpOptions {
  readonly qd20?: boolean;
  readonly level?: string;
  readonly units?: boolean;
}

/** `truc vxp agencies`: the directory in the three ways the interface tells it. */
export function agenciesSubcommand(shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  const command = shell
    .command('agencies', words('danh bạ cơ quan', 'the directory of agencies'))
    .addOption(new Option('--qd20', says('theo mã QĐ 20/2020', 'by codes of QĐ 20/2020')).conflicts('units'))
    .addOption(
      new Option('--level <n>', says('chỉ cấp này, 1 đến 4 (kèm --qd20)', 'only this tier, 1 to 4 (with --qd20)'))
        .choices(['1', '2', '3', '4'])
        .implies({ qd20: true }),
    )
    .option('--units', says('mọi đơn vị, kể cả đã xóa, để đồng bộ', 'every unit, also deleted ones, to synchronize'));
  return vxpSubcommand(shell, command).action(
    shell.does((context, options: AgenciesOptions) => agencies(VxpDesk.at(context, options), context, options)),
  );
}

async function agencies(desk: VxpDesk, { terminal }: Context, { qd20, level, units }: AgenciesOptions): Promise<void> {
  if (units === true) {
    return desk.ask(vxpCalls.getSynchronizeUnit(), ({ data }) => printRows(terminal, UNIT_COLUMNS, data));
  }
  if (qd20 === true) {
    const call = vxpCalls.getAgenciesListQD20(level ?? '');
    return desk.ask(call, ({ data }) => printRows(terminal, QD20_COLUMNS, data));
  }
  return desk.ask(vxpCalls.getAgenciesList(), ({ data }) => printRows(terminal, AGENCY_COLUMNS, data));
}

interface RegisterOptions extends VxpOptions, Omit<VxpRegistration, 'pcode'> {
  readonly parent?: string;
}

/** `truc vxp register`: enters an agency into the directory, or changes it; the calling system then speaks for it. */
export function registerSubcommand(shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  const command = shell
    .command('register', words('đăng ký hoặc cập nhật một cơ quan', 'register or update an agency'))
    .requiredOption('--code <code>', says('mã định danh', 'its code'))
    .requiredOption('--name <name>', says('tên', 'its name'))
    .requiredOption('--mail <address>', says('thư điện tử', 'its mail address'))
    .option('--parent <code>', says('mã cơ quan cấp trên', "its parent's code"))
    .option('--id <id>', says('id ở hệ thống gọi', 'its id at the calling system'))
    .option('--mobile <number>', says('điện thoại', 'telephone'))
    .option('--fax <number>', says('fax', 'fax'));
  return vxpSubcommand(shell, command).action(
    shell.does((context, options: RegisterOptions) => {
      const { code, name, mail, parent, id, mobile, fax } = options;
      const agency = { code, name: name.normalize('NFC'), mail, pcode: parent, id, mobile, fax };
      return VxpDesk.at(context, options).ask(vxpCalls.registerAgency(agency));
    }),
  );
}

/** `truc vxp delete`: takes an agency of the calling system out of the directory. */
export function deleteSubcommand(shell: Shell): Command {
  const command = shell.command(
    'delete <code>',
    words('xóa một cơ quan của hệ thống mình', "delete one of the system's own agencies"),
  );
  return vxpSubcommand(shell, command).action(
    shell.does((context, code: string, options: VxpOptions) =>
      VxpDesk.at(context, options).ask(vxpCalls.deleteAgency(code)),
    ),
  );
}
