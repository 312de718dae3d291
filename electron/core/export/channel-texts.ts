import type { Case } from '../../contract/case/case-file.ts';
import type { ChannelText } from '../../contract/texts-result.ts';
import { lengthOf } from '../cases/found-text.ts';
import { withoutAccusations } from '../documents/blocks/without-accusations.ts';
import { orderExhibits } from '../documents/exhibit-order.ts';
import type { Exhibit } from '../documents/exhibits.ts';
import { createFacts } from '../documents/facts.ts';
import type { PartyWords } from '../documents/party-words.ts';
import type { Law } from '../law/law.ts';
import type { Channel, ChannelField } from '../law/tables/channels.ts';
import { channelAccount, type Told } from './channel-account.ts';
import { fieldText } from './channel-fields.ts';
import { withoutPrivateData } from './channel-privacy.ts';
import { fitAccount, type ShortenableAccount } from './channel-sentences.ts';

const paymentProviders: readonly string[] = ['wechat-pay', 'alipay'];

/**
 * The texts for the web forms of all channels of the law's table, or of one: the account and the requests of the
 * papers as plain text, each box within its length. Evidence is named by number only, since a form has no pages.
 */
export function channelTexts(file: Case, law: Law, channel?: string): ChannelText[] {
  const { channels, unverifiedNote } = law.channels;
  return channels
    .filter(({ id }) => channel === undefined || id === channel)
    .map((one) => channelText(file, one, unverifiedNote));
}

function channelText(file: Case, channel: Channel, unverifiedNote: string): ChannelText {
  const numbered = orderExhibits(file).map((exhibit): [string, Exhibit] => [
    exhibit.id,
    { ...exhibit, firstPage: 0, pages: 0 },
  ]);
  const facts = createFacts(new Map(numbered));
  const isToProvider = paymentProviders.includes(channel.id);
  const told: Told = {
    file: isToProvider ? withoutAccusations(file) : file,
    facts,
    words: wordsOf(channel.id),
    isToProvider,
  };
  const account = withoutPrivate(file, channelAccount(told));
  const fields = channel.fields.map((field) => {
    const text = withoutPrivateData(file, fieldText(told, account, field));
    return {
      id: field.id,
      name: field.name,
      text,
      count: lengthOf(text),
      ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
      verified: field.isVerified,
      omitted: field.id === 'facts' ? fitAccount(account, field.maxLength).omitted : 0,
      notes: notesOf(field, unverifiedNote),
    };
  });
  const lengths = [...channel.lengths, undefined].map((limit) => ({
    label: limit === undefined ? '全文' : `${limit}字以内`,
    ...(limit === undefined ? {} : { limit }),
    ...fitAccount(account, limit),
  }));
  return {
    channel: channel.id,
    title: channel.name,
    note: channel.note,
    fields,
    lengths,
    missing: facts.missing().map(({ label, path }) => ({ label, path })),
  };
}

/** A form names the other side once, in a box of its own; the text calls it what it is. */
function wordsOf(channel: string): PartyWords {
  return { claimant: channel === 'platform' ? '申请人' : '投诉人', respondent: '商家' };
}

function withoutPrivate(file: Case, { sentences, openings, requests }: ShortenableAccount): ShortenableAccount {
  return {
    sentences: sentences.map((sentence) => ({ ...sentence, text: withoutPrivateData(file, sentence.text) })),
    openings: openings.map((one) => withoutPrivateData(file, one)),
    requests: requests.map((one) => withoutPrivateData(file, one)),
  };
}

function notesOf({ isVerified, isOptional, asOf, note }: ChannelField, unverifiedNote: string): string[] {
  return [
    isVerified ? undefined : unverifiedNote,
    isOptional ? '可以不填' : undefined,
    note,
    asOf === undefined ? undefined : `${asOf}核对`,
  ].filter((one) => one !== undefined);
}
