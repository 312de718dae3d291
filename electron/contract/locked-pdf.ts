/** How the problem of a PDF begins that needs a password, so that whoever shows it can ask for one. */
export const lockedPdf = 'PDF 设有打开密码';
