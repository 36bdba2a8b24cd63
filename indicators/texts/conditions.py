"""Terms of a policy: what is granted to whom qualifies, 补助30%, 单个项目不超过50万元.

They state no quantity that there is and none that is aimed at, so they are neither facts nor targets.
"""

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = frozenset(("money", "ratio", "duration", "rate", "points", "tenth"))
_ALL: Final = _KINDS | {"area"}
_FOR: Final = re.compile(
    r"^\s*+(?:[(]?[一二三四五六七八九十0-9]{1,3}+[)、.]\s*+)?(?:对|凡|支持)(?![0-9一二三四五六七八九十百]{1,4}[家个户名])"
)
"""What begins a sentence on who qualifies: 对年度营业收入首次突破1亿元的软件企业，分别奖励20万元."""
_NEAR: Final = 20
_GRANT: Final = r"(?:奖励|补助|补贴|资助|贴息|奖补|资金支持|扶持|支持|配套|减免|返还|[算创技消]\w{0,3}券)"
_AHEAD: Final = re.compile(
    r"(?:(?:给予|予以)[^,，。;；给予]{0,16}|最高(?:可)?(?:给予|补助|补贴|奖励|资助|支持)?|单个[^,，。;；单]{0,8}|一次性[^,，。;；一]{0,6}"
    r"|贴息|年度(?:最高|累计)?|不超过|封顶|每(?:个|家|户|年|项|件|人|座|架)?[^,，。;；每]{0,4}|连续(?:支持|补助|补贴)"
    r"|按[^,，。;；按]{0,24}|(?:补贴|补助|奖励|贴息)(?:比例|标准|额度)[^,，。;；补奖贴]{0,12}|比例|上限(?:为|是)?|[我们再另可][们]?[补奖贴]|最[多高]补|再奖励|对[^,，。;；对]{0,24}(?:奖励|补助|补贴)|期限(?:最长)?|最长)$"
)
_FUND: Final = re.compile(r"(?:规模|总额|设立|组建|成立)(?:不少于|不低于|约|达到?|为|超过?|近)?$")
_OF_FUND: Final = re.compile(r"(?:以上|左右)?的[^,，。;；的]{0,16}(?:基金|资金池|专项资金)")
"""How large a fund is, of which something may then be granted: 设立总规模100亿元的产业基金，对…给予奖励."""
_GIVES: Final = re.compile("给予|予以|奖励|补助|补贴|资助|贴息|奖补|减免")
_SET_ASIDE: Final = re.compile(r"(?:预留|安排|设立|投入|筹集|统筹|整合|撬动|带动|设)(?:资金|专项资金)?$")
"""What is said of a sum as a whole, of which something is then granted."""
_BEHIND: Final = re.compile(
    rf"(?:以内|以下|以上)?的?(?:一次性|资金|财政|标准|比例|额度|给予|予以){{0,4}}+{_GRANT}|的(?:标准|比例|额度)|发放[^,，。;；]{{0,6}}券"
    r"|的[\u4e00-\u9fff]{0,8}[,，](?:我们|可|将|按|一次性){0,2}+(?:给予|予以|奖励|补|按)"
)
_TERMS: Final = re.compile(
    rf"给予|予以|最高(?:补助|补贴|奖励|资助|支持)|封顶|"
    rf"按[^,，。;；按]{{0,30}}{_GRANT}|单[个户家](?:企业|项目|平台|单位|主体|补助|补贴)|一次性"
    rf"|[我们再可][们]?[补奖]|最多补|再奖励|对[^,，。;；对]{{0,30}}(?:奖励|补助|补贴)|(?:奖励|补助|补贴|资助)(?:上限|标准|比例)"
)
_GIVEN: Final = re.compile(
    r"已(?:累计|预留|设立|经?兑现|经?拨付|经?发放|经?下达|经?安排|支持|奖励|补助|补贴|投入|落实|为|向|给|有)|累计(?!不超过|最高|补助|奖励)|兑现"
    r"|(?<![%成])发放(?!标准|比例)|拨付(?!标准|比例)|下达|^\s*(?:去年|上年|20[0-9]{2}年)|截至|惠及|对[0-9一二三四五六七八九十百]{1,4}[家个户名]|实际到位|[一二两三四五六七八九十0-9]年来|共(?:计|安排|投入|支持|接获|收到|批出)|获批|涉及(?:补贴|补助|资助|奖补|资金|金额)"
)
"""What tells that something was granted."""
_ENTITLES: Final = re.compile(
    r"(?:最高(?:可以?)?(?:获得?|享受?|给|补|奖)|可(?:以?享受|申请|获得?|领取|按月领取)|(?<![获得])(?:再|一次性|给予|补贴|企业|单位|机构|团队|个人|平台|项目|作者|载体)?(?:奖励|补助|补贴|资助|奖补|再奖)(?:金额?|资金)?(?:最高)?)[^,，。;；0-9一二三四五六七八九十百千万]{0,4}$|(?:补贴|补助|奖励|资助|奖补|津贴|贴息|扶持)(?:标准|额度|限额|上限)[^。;；\n]{0,40}$"
    r"|(?<!平均)(?:单笔|单户|单家|每家|每户|每笔|单项|同一(?:企业|项目|单位|主体))[^,，。;；节省降减增]{0,10}(?:不超过|不高于|最高|上限为?|封顶)?$"
)
"""What says what one is entitled to, without the verb of granting: 最高可获3000万元, 补贴标准为博士60万元."""
_WHO: Final = re.compile(
    r"(?:的(?:[\u4e00-\u9fff、“”]{0,6}(?:企业|项目|单位|个人|机构|平台|园区|团队|人才|主体|法人|产品|基地|载体|高校|院所))?|后|时|期间|之日起)$"
)
"""How a clause ends that says who qualifies: 首次升规的，奖励50万元; 面积超过1000平方米的，按…补贴."""
_GRANTS: Final = re.compile("给予|予以|奖励|补助|补贴|资助|贴息|奖补|减免|减半|返还|奖")
_SPENT: Final = re.compile("安排|设立|投入|筹集|统筹|下达|兑现|拨付|发放|预留|累计|落实|争取|共|年均|总额")
"""What makes a grant a sum that was or is to be spent as a whole."""
_THRESHOLD: Final = re.compile(
    r"(?:[、和或](?:[0-9.]{1,8}[万亿]{0,2}[元家户个人平方米千瓦]{0,4}|第?[一二三四五六七八九十]等?奖?)){0,5}+(?:及|\(含\))?(?:以上|以内|以下|以上不满)?[\u4e00-\u9fff“”]{0,10}的[\u4e00-\u9fff、]{0,12}[,，]"
)
_PROMISED: Final = re.compile(
    r"之?内?(?:作出|予以|给予|全部|全程)?(?:响应|办结|办理|答复|反馈|受理|回复|处置|出具|核准|审核|审批|审查|到账|兑现|整改)"
)
"""Within what time something is answered or done: 5个工作日内办结."""
_BORNE: Final = re.compile(
    r"(?:须|需|应|由(?:企业|个人|用户|单位))[^,，。;；须需应]{0,8}(?:承担|负担|自筹|自付|自行支付|配套|出资)[^,，。;；]{0,4}$"
)
"""What those who are granted something have to bear of it themselves: 企业须自行承担四分之一."""
_CAPPED: Final = re.compile(
    r"(?:单家|单个|单户|每家|每户|同一)(?:企业|项目|单位|主体|平台|机构)?(?:每年|年度|累计)?(?:可获|补助|补贴|奖励|资助|贴息){0,2}(?:最高|不超过|不高于|最多|上限)"
    r"|(?:补贴|补助|奖励|贴息|资助)(?:(?:比例|标准|额度|上限)(?:最高|不超过|不高于|为)|(?:最高|不超过|不高于)(?:[^,，。;；0-9]{1,12}的)?$)"
)
"""What caps a grant whatever was said of it before: 发放算力券3000万元，单家企业每年最高200万元."""
_PAID: Final = re.compile(r"惠及|兑现|已|去年|上年|20[0-9]{2}年(?!度)")
_FOR_LONG: Final = re.compile(r"(?:连续|为期|期限为?|最长|不超过)[^,，。;；]{0,4}$|(?<=[,，])$")
_LAPSED: Final = re.compile(r"的[^,，。;；0-9]{0,12}?(?:一律|不再|不得|须|应当?(?![用对急])|予以|按规定)")
"""What happens after so long by the rules: 结转超过3年的资金一律收回."""
_QUALIFIES: Final = re.compile(
    r"[^,，。;；0-9]{0,16}?(?:[、,，][^,，。;；、0-9]{1,12})?的[^,，。;；0-9]{0,10}?(?:可|不得|方能|才能|优先|须|给予|予以)"
)
"""What those get who were there so long: 注册满两年的均可申请."""
_CALLED: Final = re.compile(r"[^,，。;；0-9]{0,16}的[,，]?[^。;；0-9]{0,16}?(?:约谈|问责|表扬|处罚|扣分|取消|通报批评|退出)")
"""What becomes of those of whom something is true so often: 连续两次排名末位的，约谈."""
_SANCTIONS: Final = re.compile("约谈|问责|表扬|处罚|扣分|取消|通报批评|优先")
"""What follows for those who qualify, besides a grant."""
_SHORTER: Final = re.compile(r"压缩|缩短|降|减|由|从|平均|提速|提前|最[快短]|只需|仅需|实现")
_SENTENCE: Final = re.compile(r"[。;；\n]")
_STEP: Final = re.compile(r"[,，;；]")


def is_condition(said: str, behind: str, kind: str) -> bool:
    """Tell whether a figure is a term on which something is granted.

    Args:
        said: What its sentence says before it, width folded.
        behind: What follows it.
        kind: The kind of its unit: only sums, shares and times are terms.
    """
    opened = said.rfind("(")
    if opened > said.rfind(")") and is_condition(said[opened + 1 :], behind, kind):
        return True  # 三年来补助800万元（单户补助上限20万元）
    if kind in _KINDS and _CAPPED.search(_STEP.split(said)[-1]) and not _PAID.search(said):
        return True
    if _GIVEN.search(said) or (kind == "money" and _FUND.search(_STEP.split(said)[-1]) and _OF_FUND.match(behind)):
        return False
    rest = _SENTENCE.split(behind)[0]
    if kind != "tenth" and _THRESHOLD.match(rest) and _GRANTS.search(rest):
        return True
    if kind in ("duration", "events") and said.endswith("连续") and _CALLED.match(behind):
        return True
    if kind not in _ALL:
        return False
    if kind in _KINDS and _BORNE.search(said):
        return True
    if kind == "duration" and said.endswith("满") and _QUALIFIES.match(behind):
        return True
    if kind == "duration" and _LAPSED.match(behind):
        return True
    if kind == "duration" and _FOR_LONG.search(said) and _GIVES.search(said):
        return True
    if _FOR.search(said) and _SANCTIONS.search(rest) and kind in ("duration", "events", "rank"):
        return True
    if kind == "duration" and _PROMISED.match(rest) and not _SHORTER.search(_STEP.split(said)[-1]):
        return True
    entitled = _ENTITLES.search(said) is not None and not _SPENT.search(_STEP.split(said)[-1])
    if kind == "money" and entitled:
        return True
    own = _SENTENCE.split(said)[-1]
    who = any(_WHO.search(clause) for clause in _STEP.split(own)[:-1])
    if who and (_GRANTS.search(own) or _GRANTS.search(rest)) and not _SET_ASIDE.search(_STEP.split(said)[-1]):
        return True
    granted = _FOR.search(said) is not None and (_GIVES.search(said) or _GIVES.search(rest)) is not None
    if granted and kind != "tenth":
        return True
    if kind not in _KINDS:
        return False
    behind = behind[:_NEAR]
    clause = _STEP.split(said)[-1]
    if _SET_ASIDE.search(clause):
        return False
    near = _AHEAD.search(clause) is not None or _BEHIND.match(behind) is not None
    granted = any(found is not None for found in (
        _TERMS.search(said), _TERMS.search(_SENTENCE.split(behind)[0]), _BEHIND.match(behind),
    ))
    return near and granted
