import type { Case, Order, Respondent } from '../../../contract/case/case-file.ts';

/** Whom a paper goes to, by what the case calls them. */

/** The platform's name: as the case addresses it, as the respondent it is, or as the order calls it. */
export function platformName(file: Case): string | undefined {
  return file.addressees.platform ?? withRole(file, 'platform')[0]?.name ?? orderPlatform(file);
}

/** The platform that an order calls so: a site of the seller's own, and the program two people chat in, are none. */
export function orderPlatform({ orders }: Pick<Case, 'orders'>): string | undefined {
  return orders.find((order) => order.platform !== undefined && !isOwnSale(order))?.platform;
}

const isOwnSale = ({ channel }: Pick<Order, 'channel'>) => channel === 'own-site' || channel === 'private-chat';

/** True where each order was placed on a site of the seller's own or by chat: then no platform can step in. */
export function isOffPlatform(file: Pick<Case, 'orders' | 'respondents' | 'addressees'>): boolean {
  const { orders, respondents, addressees } = file;
  const isNamed = orders.some(({ platform }) => platform !== undefined) && addressees.platform !== undefined;
  return (
    orders.length > 0 &&
    orders.every(isOwnSale) &&
    !isNamed &&
    respondents.every(({ roles }) => !roles.includes('platform'))
  );
}

/** "据例数码科技有限公司（“据例数码专营店”店铺）", each merchant that has a name or a shop. */
export function merchantNames(file: Case): string[] {
  return withRole(file, 'merchant').flatMap(({ name, shopName }) => {
    if (name === undefined) return shopName === undefined ? [] : [`“${shopName}”店铺`];
    return [shopName === undefined ? name : `${name}（“${shopName}”店铺）`];
  });
}

export function withRole(file: Case, role: Respondent['roles'][number]): Respondent[] {
  return file.respondents.filter(({ roles }) => roles.includes(role));
}
