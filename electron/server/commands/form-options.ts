import { type Command, InvalidArgumentError, Option } from 'commander';
import { type PacketForm, packetFormSchema, packetProfiles, profileForm } from '../../contract/packet-form.ts';

/** What the options of `addFormOptions` come to; unset means as the profile has it. */
export interface FormOptions {
  readonly profile: (typeof packetProfiles)[number];
  readonly redacted?: boolean;
  readonly perSheet?: string;
  readonly separators?: boolean;
  readonly duplex?: boolean;
  readonly stamps: boolean;
  readonly pageNumbers: boolean;
  readonly copy?: boolean;
  readonly volumePages?: number;
  readonly volumeSize?: number;
  readonly maxSize?: number;
}

/** How a packet is bound and printed, one option for each field of PacketForm. */
export function addFormOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--profile <profile>', '一次选好：court 提交法院，upload 网上提交（整份不超过 10 MB）')
        .choices([...packetProfiles])
        .default('court'),
    )
    .option('--redacted', '遮盖版：框住的内容和证件号码、己方电话、银行卡号、卡密、密码都会删去')
    .addOption(new Option('--per-sheet <count>', '每页放几张手机截图').choices(['1', '2', '4']))
    .option('--separators', '每份证据前加一张隔页')
    .option('--duplex', '双面打印：各部分从右手页开始，装订边左右交替')
    .option('--no-stamps', '证据页上不印编号和名称')
    .option('--no-page-numbers', '不印页码')
    .option('--copy', '封面和每页页眉印“副本”；没有用 -o 指定文件名的，文件名加“（副本）”')
    .option('--volume-pages <pages>', '分册，每册最多多少页', numberIn(20, 5_000, true))
    .option('--volume-size <megabytes>', '分册，每册最多多少 MB', numberIn(1, 4_000, false))
    .option('--max-size <megabytes>', '整份最多多少 MB，需要时压缩图片', numberIn(0.5, 4_000, false));
}

export function packetForm(options: FormOptions): PacketForm {
  const { profile, redacted, perSheet, separators, duplex, stamps, pageNumbers, copy } = options;
  const { volumePages, volumeSize, maxSize } = options;
  const volumes =
    volumePages === undefined && volumeSize === undefined
      ? undefined
      : withoutUnset({ pages: volumePages, megabytes: volumeSize });
  return packetFormSchema.parse({
    ...profileForm(profile),
    ...withoutUnset({ isRedacted: redacted, separators, duplex, isCopy: copy, volumes, budget: maxSize }),
    ...(perSheet === undefined ? {} : { perSheet: Number(perSheet) }),
    ...(stamps ? {} : { stamps }),
    ...(pageNumbers ? {} : { pageNumbers }),
  });
}

function withoutUnset(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function numberIn(least: number, most: number, isWhole: boolean): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most) || (isWhole && !Number.isInteger(value))) {
      throw new InvalidArgumentError(`应是 ${least} 到 ${most} 的${isWhole ? '整数' : '数'}`);
    }
    return value;
  };
}
