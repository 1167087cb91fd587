/** The namespace of edXML. (QCVN 102:2016/BTTTT) */
export const EDXML_NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';
