"""What groups of levers and sectors of the model are called; seventh floor of planner."""

from planner.storage.sentences.catalog import translate


def lever_group_title(group: str) -> str:
    """Return the title of a group of levers; of one that has none, its key."""
    titles = {
        "vouchers": translate("Levers", "Vouchers"),
        "investment": translate("Levers", "Investment"),
        "supply": translate("Levers", "Compute supply"),
        "demand": translate("Levers", "Demand"),
    }
    return titles.get(group, group.capitalize())


def sector_title(sector: str) -> str:
    """Return the title of a sector; of one that has none, its key in words."""
    titles = {
        "investment": translate("Sectors", "Investment"),
        "chips": translate("Sectors", "Chips"),
        "data_centers": translate("Sectors", "Data centers"),
        "market": translate("Sectors", "Compute market"),
        "vouchers": translate("Sectors", "Vouchers"),
        "enterprises": translate("Sectors", "Enterprises"),
        "industry": translate("Sectors", "Industry"),
        "energy": translate("Sectors", "Energy"),
        "alibaba": translate("Sectors", "Alibaba"),
        "limits": translate("Sectors", "Limits"),
        "public_money": translate("Sectors", "Public money"),
        "rents": translate("Sectors", "Rents"),
        "tokens": translate("Sectors", "Tokens"),
    }
    return titles.get(sector, sector.replace("_", " ").capitalize())
