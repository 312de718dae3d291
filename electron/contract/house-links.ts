/** The only pages outside Juli that it will open: where complaints and claims are filed and firms and laws looked up. */
export const houseLinks: Readonly<Record<string, { readonly name: string; readonly url: string }>> = {
  '12315': { name: '全国12315平台（消费投诉）', url: 'https://www.12315.cn/' },
  court: { name: '人民法院在线服务（网上立案）', url: 'https://zxfw.court.gov.cn/' },
  law: { name: '国家法律法规数据库（查法律原文）', url: 'https://flk.npc.gov.cn/' },
  firms: { name: '国家企业信用信息公示系统（查公司全称和地址）', url: 'https://www.gsxt.gov.cn/' },
};
