/** What is said of each check of a time stamp. Nothing here may sound like proof that a court would have to accept. */
export const timestampTexts = {
  readable: '回执的格式符合 RFC 3161。',
  unreadable: (reason: string) => `回执读不出来：${reason}。`,
  granted: '时间戳服务同意了申请。',
  grantedWithMods: '时间戳服务同意了申请，但对申请作了调整。',
  refused: (status: number, detail: string) =>
    `时间戳服务没有给出时间戳（状态 ${status}）${detail === '' ? '' : `：${detail}`}。`,
  sameImprint: '盖时间戳的就是这份内容：SHA-256 校验值一致。',
  otherImprint: (stamped: string) => `盖时间戳的不是这份内容：回执里的校验值是 ${stamped}。`,
  otherDigest: (identifier: string) =>
    identifier === '1.2.156.10197.1.401'
      ? '回执用的是国密 SM3 校验值，据理只核对 SHA-256，请用时间戳服务提供的工具核对。'
      : `回执用的不是 SHA-256 校验值（${identifier}），没有办法核对。`,
  noRequest: '没有给出申请文件，没有核对回执是否对应那一次申请。',
  unreadableRequest: '申请文件读不出来，没有办法核对回执是否对应那一次申请。',
  otherRequest: '申请文件是为别的内容作的，不能用来核对这份回执。',
  nonce: (isSame: boolean) =>
    isSame ? '回执里的随机数与申请文件一致。' : '回执里的随机数与申请文件不一致：它回答的是另一次申请。',
  noCertificate: '回执里没有签名人的证书，没有办法核对签名。',
  signature: (outcome: 'good' | 'bad' | 'unknown-algorithm') =>
    ({
      good: '签名有效：时间戳自签发后没有改动。',
      bad: '签名无效：时间戳被改动过，或者不是这份证书的持有人签发的。',
      'unknown-algorithm': '签名使用的算法据理不认识（例如国密 SM2），没有办法核对，请用时间戳服务提供的工具核对。',
    })[outcome],
  signingCertificate: (isNamed: boolean) =>
    isNamed ? '签名指明的就是这份证书。' : '签名没有指明这份证书，或者指明的是另一份：证书可能被换过。',
  damagedCertificate: '回执里附带的证书有损坏：与签发它的证书对不上。',
  usage: (isMeant: boolean) =>
    isMeant ? '这份证书专门用于签发时间戳。' : '这份证书不是专门用于签发时间戳的，不能用来签发时间戳。',
  validity: (isValid: boolean, from: string, until: string) =>
    isValid
      ? `签发时证书在有效期内（${from.slice(0, 10)} 至 ${until.slice(0, 10)}）。`
      : `签发时证书不在有效期内（${from.slice(0, 10)} 至 ${until.slice(0, 10)}）。`,
  noRoots: '没有给出信任的根证书，所以签发人是谁，现在只是回执自己的说法。根证书可以向时间戳服务索取。',
  unreadableRoots: '证书链没有核对：给出的根证书文件里没有读到证书。',
  chain: (isTrusted: boolean) =>
    isTrusted
      ? '证书链通向您给出的根证书。证书后来是否被吊销没有核对，核对需要联网。'
      : '证书链不通向您给出的根证书：签发人不是您所信任的机构，或者证书链不完整、其中有证书已过期。',
} as const;
