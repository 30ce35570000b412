"""The ledger of `examples/reports` as a careful person sets it down, written by hand after `examples/README.md`.

One line an entry: kind | days | who | whom | status | the reports that tell of it | the visit it is part of, named by
its first day. Statements are not set down; commitments and figures are in `tests/followup/examples_by_hand.py`.
"""

from __future__ import annotations

REPORTS = {
    "put-off": "2023-06-10-hanoi-visit-put-off", "talks-vnm": "2023-08-21-hanoi-talks-viet-nam",
    "talks-kaz": "2023-08-21-hanoi-talks-kazakhstan", "mission": "2023-09-15-trade-mission-postponed",
    "summoned": "2023-09-19-high-commissioner-summoned", "visa-free": "2024-05-25-visa-free-travel",
    "thang": "2024-11-16-thang-in-astana", "consultations": "viet-nam-kazakhstan-2025-2026-1",
    "arrival": "2025-05-05-arrival-astana", "senate": "2025-05-06-senate-chairman",
    "agency": "2025-05-06-strategic-partnership-agency", "page": "2025-05-06-astana-talks",
    "departure": "2025-05-07-departure-astana", "call": "2025-06-06-modi-carney-call",
    "kananaskis": "2025-06-17-kananaskis-readout", "credentials": "2025-10-03-credentials-new-delhi",
    "joburg-can": "2025-11-23-johannesburg-canada", "joburg-ind": "2025-11-23-johannesburg-india",
    "zhumangarin": "viet-nam-kazakhstan-2025-2026-2", "new-delhi": "2026-03-02-carney-new-delhi",
}  # fmt: skip
PEOPLE = {
    "Tokayev": "KAZ:Kassym-Jomart Tokayev", "Thuong": "VNM:Vo Van Thuong", "Lam": "VNM:To Lam",
    "Man": "VNM:Tran Thanh Man", "Cuong": "VNM:Luong Cuong", "Son": "VNM:Bui Thanh Son",
    "Trong": "VNM:Nguyen Phu Trong", "Chinh": "VNM:Pham Minh Chinh", "Hue": "VNM:Vuong Dinh Hue",
    "Thang": "VNM:Nguyen Xuan Thang", "Hang": "VNM:Le Thi Thu Hang",
    "Binh": "VNM:Nguyen Hoa Binh", "Ashimbayev": "KAZ:Maulen Ashimbayev", "Bektenov": "KAZ:Olzhas Bektenov",
    "Koshanov": "KAZ:Yerlan Koshanov", "Nurtleu": "KAZ:Murat Nurtleu", "Bakayev": "KAZ:Alibek Bakayev",
    "Tumysh": "KAZ:Kanat Tumysh", "Zhumangarin": "KAZ:Serik Zhumangarin", "Aliyev": "AZE:Ilham Aliyev",
    "Carney": "CAN:Mark Carney", "Modi": "IND:Narendra Modi", "Trudeau": "CAN:Justin Trudeau",
    "Ho": "VNM:Ho Chi Minh", "MacKay": "CAN:Cameron MacKay",
    "Cooter": "CAN:Christopher Cooter", "Patnaik": "IND:Dinesh K Patnaik", "Murmu": "IND:Droupadi Murmu",
    "Simon": "CAN:Mary Simon", "Joly": "CAN:Melanie Joly", "Wheeler": "CAN:Stewart Wheeler",
    "Verma": "IND:Sanjay Verma", "Goyal": "IND:Piyush Goyal", "Mai": "VNM:Pham Thai Nhu Mai",
    "Loi": "VNM:Le Xuan Loi", "Karabayev": "KAZ:Marat Karabayev", "Kosherbayev": "KAZ:Yermek Kosherbayev",
}  # fmt: skip
BODIES = {"Institute": "KAZ:Institute for Strategic Studies"}
_ENTRIES = """
visit       | 2023-06-11/2023-06-13 | Tokayev          | VNM        | cancelled | put-off talks-vnm |
invitation  |                       | Thuong           | Tokayev    | happened  | put-off talks-vnm |
meeting     | 2023-06-12            | Thuong Tokayev   |            | cancelled | put-off           |
relations   | 1992-06-29            | KAZ VNM          |            | happened  | put-off arrival agency departure |
visit       | 2023-08-20/2023-08-22 | Tokayev          | VNM        | happened  | talks-vnm talks-kaz visa-free consultations agency thang |
meeting     | 2023-08-21            | Thuong Tokayev   |            | happened  | talks-vnm talks-kaz | 2023-08-20
gathering   | 2023-08-21            | Thuong Tokayev   |            | happened  | talks-vnm         | 2023-08-20
meeting     | 2023-08-21            | Tokayev Trong    |            | happened  | talks-vnm         | 2023-08-20
meeting     | 2023-08-21            | Tokayev Chinh    |            | happened  | talks-vnm         | 2023-08-20
meeting     | 2023-08-21            | Tokayev Hue      |            | happened  | talks-vnm         | 2023-08-20
gathering   | 2023-08-22            | Thuong Tokayev   |            | scheduled | talks-vnm         | 2023-08-20
signing     | 2023-08-21            | KAZ VNM          |            | happened  | talks-vnm talks-kaz visa-free consultations | 2023-08-20
ratification| 2024-05-25            | KAZ VNM          |            | happened  | visa-free talks-kaz consultations |
signing     | 2023-08-21            | KAZ VNM          |            | happened  | talks-kaz         | 2023-08-20
signing     | 2023-08-21            | KAZ VNM          |            | happened  | talks-kaz         | 2023-08-20
signing     | 2023-08-21            | KAZ VNM          |            | happened  | talks-kaz         | 2023-08-20
signing     |                       | KAZ VNM          |            | scheduled | talks-kaz         |
visit       | 2023-10-09/2023-10-13 | CAN              | IND        | cancelled | mission summoned  |
meeting     | 2023-09-10            | Trudeau Modi     |            | happened  | mission summoned  |
gathering   |                       | Trudeau Modi     |            | happened  | summoned          |
sanction    | 2023-09-18            | CAN              | IND        | happened  | summoned          |
sanction    | 2023-09-19            | IND              | MacKay     | happened  | summoned          |
sanction    | 2023-09-19            | IND              | CAN        | happened  | summoned          |
visit       | 2024-11-13/2024-11-16 | Thang            | KAZ        | happened  | thang             |
meeting     | 2024-11-13/2024-11-16 | Thang Tokayev    |            | happened  | thang             | 2024-11-13
invitation  | 2024-11-13/2024-11-16 | Tokayev          | Cuong      | happened  | thang             | 2024-11-13
signing     | 2024-11-15            | KAZ VNM          |            | happened  | thang             | 2024-11-13
signing     | 2024-11-13/2024-11-16 | Institute VNM    |            | happened  | thang             | 2024-11-13
meeting     | 2025-03-03            | Bakayev Hang     |            | happened  | consultations     | 2025-03-02
visit       | 2025-03-02/2025-03-03 | Hang             | KAZ        | happened  | consultations     |
invitation  |                       | KAZ:Foreign Ministry | Hang   | happened  | consultations     |
invitation  |                       | Tokayev          | Lam        | happened  | arrival           |
visit       | 2025-05-05/2025-05-07 | Lam              | KAZ        | happened  | arrival senate agency departure |
meeting     | 2025-05-05            | Tokayev Lam      |            | happened  | arrival           | 2025-05-05
meeting     | 2025-05-05            | Ashimbayev Lam   |            | happened  | senate departure  | 2025-05-05
invitation  | 2025-05-05            | Man              | Ashimbayev | happened  | senate            | 2025-05-05
invitation  | 2025-05-05            | Ashimbayev       | Man        | happened  | senate            | 2025-05-05
meeting     | 2025-05-06            | Lam Tokayev      |            | happened  | arrival agency page departure | 2025-05-05
relations   | 2025-05-06            | KAZ VNM          |            | happened  | arrival agency page departure zhumangarin | 2025-05-05
signing     | 2025-05-06            | Tokayev Lam      |            | happened  | arrival agency page departure | 2025-05-05
signing     | 2025-05-06            | KAZ VNM          |            | happened  | arrival page      | 2025-05-05
signing     | 2025-05-06            | KAZ VNM          |            | happened  | agency page       | 2025-05-05
signing     | 2025-05-06            | KAZ VNM          |            | happened  | agency page       | 2025-05-05
signing     | 2025-05-06            | KAZ VNM          |            | happened  | agency page       | 2025-05-05
signing     | 2025-05-06            | KAZ VNM          |            | happened  | agency page       | 2025-05-05
signing     | 2025-05-06            | KAZ VNM          |            | happened  | agency page       | 2025-05-05
signing     | 2025-05-06            | KAZ VNM          |            | happened  | page              | 2025-05-05
signing     | 2025-05-06            | KAZ VNM          |            | happened  | page              | 2025-05-05
signing     | 2025-05-06            | KAZ VNM          |            | happened  | page              | 2025-05-05
honour      | 2025-05-06            | Tokayev          | Lam        | happened  | agency page departure | 2025-05-05
meeting     | 2025-05-06            | Bektenov Lam     |            | happened  | page departure    | 2025-05-05
meeting     |                       | Koshanov Lam     |            | happened  | departure         | 2025-05-05
gathering   | 2025-05-07            | Lam Tokayev      |            | happened  | arrival agency departure | 2025-05-05
gathering   |                       | Lam              |            | happened  | departure         | 2025-05-05
meeting     |                       | Son Nurtleu      |            | happened  | departure         | 2025-05-05
invitation  |                       | Son              | KAZ        | happened  | departure         | 2025-05-05
invitation  |                       | Aliyev           | Lam        | happened  | departure         |
visit       | 2025-05-07            | Lam              | AZE        | scheduled | arrival departure |
visit       |                       | Lam              | RUS        | scheduled | arrival           |
visit       |                       | Lam              | BLR        | scheduled | arrival           |
call        | 2025-06-06            | Carney Modi      |            | happened  | call              |
invitation  | 2025-06-06            | Carney           | Modi       | happened  | call kananaskis   |
gathering   | 2025-06-15/2025-06-17 | Carney Modi      |            | happened  | call kananaskis credentials | 2025-06-15
sanction    | 2024-10               | IND              | CAN        | happened  | call              |
sanction    | 2024-10               | IND              | CAN        | happened  | call              |
visit       | 2025-06-15/2025-06-17 | Modi             | CAN        | happened  | call kananaskis   |
meeting     | 2025-06-17            | Carney Modi      |            | happened  | call kananaskis credentials joburg-ind | 2025-06-15
meeting     |                       | Carney Modi      |            | scheduled | kananaskis        |
appointment | 2025-10-03            | Cooter           | IND        | happened  | credentials       |
appointment | 2025-09-25            | Patnaik          | CAN        | happened  | credentials       |
gathering   | 2025-11-13            | CAN IND          |            | happened  | joburg-can        |
meeting     | 2025-11-23            | Carney Modi      |            | happened  | joburg-can joburg-ind |
invitation  | 2025-11-23            | Modi             | Carney     | happened  | joburg-can joburg-ind new-delhi |
visit       | 2026-02-27/2026-03-02 | Carney           | IND        | happened  | joburg-ind new-delhi |
meeting     | 2026-03-02            | Carney Modi      |            | happened  | joburg-ind new-delhi | 2026-02-27
gathering   | 2026-03-02            | Carney Modi      |            | cancelled | new-delhi         | 2026-02-27
signing     | 2026-03-02/2026-12-31 | Carney Modi      |            | scheduled | new-delhi         |
signing     | 2026-03-02            | CAN IND          |            | happened  | new-delhi         | 2026-02-27
meeting     | 2026-02-03            | Zhumangarin Binh |            | happened  | zhumangarin       |
relations   | 1947                  | CAN IND          |            | happened  | new-delhi         |
visit       | 1959                  | Ho               | KAZ        | happened  | thang             |
"""  # noqa: E501
OFFICES = {
    ("Tokayev", "President"), ("Thuong", "President"), ("Cuong", "President"), ("Trong", "General Secretary"),
    ("Chinh", "Prime Minister"), ("Hue", "Chairman of the National Assembly"),
    ("Man", "Chairman of the National Assembly"), ("Bektenov", "Prime Minister"),
    ("Carney", "Prime Minister"), ("Modi", "Prime Minister"), ("Aliyev", "President"), ("Lam", "General Secretary"),
    ("Hang", "Deputy Foreign Minister"), ("Trudeau", "Prime Minister"), ("Ho", "President"),
    ("Nurtleu", "Deputy Prime Minister and Foreign Minister"), ("Son", "Deputy Prime Minister and Foreign Minister"),
    ("Binh", "Deputy Prime Minister"), ("Zhumangarin", "Deputy Prime Minister and Minister of National Economy"),
    ("Simon", "Governor-General"), ("Murmu", "President"), ("Patnaik", "High Commissioner to Canada"),
    ("Verma", "High Commissioner"), ("MacKay", "High Commissioner"), ("Wheeler", "Acting High Commissioner"),
    ("Koshanov", "Chairman of the Mazhilis"), ("Ashimbayev", "Chairman of the Senate"), ("Mai", "Ambassador"),
    ("Tumysh", "Ambassador to Vietnam"), ("Cooter", "High Commissioner to India"),
    ("Kosherbayev", "Deputy Prime Minister"), ("Kosherbayev", "Governor"),
    ("Bakayev", "Deputy Foreign Minister"), ("Loi", "Vice Chairman of the provincial People's Committee"),
    ("Joly", "Foreign Minister"),
    ("Goyal", "Minister of Trade"), ("Karabayev", "Minister"),
}  # fmt: skip
# Holders of today by all that is told, and until when the former ones held it at the latest.
CLOSED = {("Thuong", "President"): "Cuong", ("Hue", "Chairman of the National Assembly"): "Man",
          ("Trudeau", "Prime Minister"): "Carney"}  # fmt: skip

# Where reports say a field otherwise: kind | day | field | each value with its reports, the preferred first | can they
# all be right. Begun by hand, then filled up from the program's own output and read line by line against the reports.
# Wordings (of names, offices, statements, undertakings) and their fields of cooperation are not set down.
_DIFFER = """
relations   | 1992-06-29            | date   | 1992-06-29: arrival put-off; 1992: agency departure | yes
figure      | 2022                  | value  | 584 million USD: talks-vnm; half a billion: talks-kaz | no
visit       | 2023-06-11/2023-06-13 | date   | 2023-06-11/2023-06-13: put-off; 2023-06: talks-vnm | yes
visit       | 2023-06-11/2023-06-13 | form   | official visit: put-off; visit: talks-vnm | yes
visit       | 2023-08-20/2023-08-22 | date   | 2023-08-20/2023-08-22: talks-kaz; 2023-08-21: talks-vnm; 2023-08: consultations thang | yes
visit       | 2023-08-20/2023-08-22 | form   | official visit: consultations visa-free; visit: agency talks-kaz talks-vnm thang | yes
visit       | 2023-08-20/2023-08-22 | place  | VNM: agency consultations talks-kaz talks-vnm visa-free; VNM:Bac Ninh: thang | yes
visit       | 2023-08-20/2023-08-22 | status | happened: agency consultations talks-kaz thang visa-free; ongoing: talks-vnm | yes
signing     | 2023-08-21            | date   | 2023-08-21: talks-kaz talks-vnm visa-free; 2023-08: consultations | yes
visit       | 2023-10-09/2023-10-13 | date   | 2023-10-09/2023-10-13: mission; 2023-10: summoned | yes
figure      | 2024                  | value  | $860 million: page; $879 million: agency | no
ratification| 2024-05-25            | date   | 2024-05-25: visa-free; 2024-05: consultations | yes
ratification| 2024-05-25            | status | happened: consultations visa-free; scheduled: talks-kaz | yes
visit       | 2025-05-05/2025-05-07 | date   | 2025-05-05/2025-05-07: senate; 2025-05-05/2025-05-06: agency; 2025-05-05: arrival; 2025-05-07: departure | yes
visit       | 2025-05-05/2025-05-07 | form   | state visit: departure senate; visit: agency arrival | yes
visit       | 2025-05-05/2025-05-07 | place  | KAZ: senate; KAZ:Astana: departure | yes
meeting     | 2025-05-06            | date   | 2025-05-06: arrival departure page; 2025-05-05/2025-05-06: agency | yes
meeting     | 2025-05-06            | status | happened: agency departure page; scheduled: arrival | yes
signing     | 2025-05-06            | status | happened: page; scheduled: arrival | yes
relations   | 2025-05-06            | date   | 2025-05-06: agency arrival departure page; 2025-05: zhumangarin | yes
relations   | 2025-05-06            | status | happened: agency departure page zhumangarin; scheduled: arrival | yes
signing     | 2025-05-06            | form   | adopted: departure page; signed: agency | no
signing     | 2025-05-06            | status | happened: agency departure page; scheduled: arrival | yes
honour      | 2025-05-06            | award  | Order of Dostyk, First Class: departure; Order of Dostyk of the first degree: page; Dostyk Order, 1st degree: agency | yes
gathering   | 2025-05-07            | status | happened: departure; scheduled: agency arrival | yes
visit       | 2025-05-07            | form   | state visit: departure; visit: arrival | yes
visit       | 2025-06-15/2025-06-17 | date   | 2025-06-15/2025-06-17: call; 2025-06-17: kananaskis | yes
visit       | 2025-06-15/2025-06-17 | place  | CAN: kananaskis; CAN:Alberta: call | yes
visit       | 2025-06-15/2025-06-17 | status | happened: kananaskis; scheduled: call | yes
gathering   | 2025-06-15/2025-06-17 | date   | 2025-06-15/2025-06-17: call; 2025-06-17: kananaskis; 2025-06: credentials | yes
gathering   | 2025-06-15/2025-06-17 | status | happened: credentials; ongoing: kananaskis; scheduled: call | yes
meeting     | 2025-06-17            | date   | 2025-06-17: kananaskis; 2025-06-15/2025-06-17: call; 2025-06: credentials joburg-ind | yes
meeting     | 2025-06-17            | status | happened: credentials joburg-ind kananaskis; scheduled: call | yes
invitation  | 2025-11-23            | date   | 2025-11-23: joburg-can; 2025-11: new-delhi | yes
commitment  | 2025-11-23            | target | 50 billion US dollars: joburg-ind; $70 billion: joburg-can | no
visit       | 2026-02-27/2026-03-02 | date   | 2026-02-27/2026-03-02: new-delhi; 2026-01-01/2026-04-30: joburg-ind | yes
visit       | 2026-02-27/2026-03-02 | place  | IND: joburg-ind; IND:Mumbai: new-delhi | yes
visit       | 2026-02-27/2026-03-02 | status | happened: new-delhi; scheduled: joburg-ind | yes
meeting     | 2026-03-02            | date   | 2026-03-02: new-delhi; 2026-01-01/2026-04-30: joburg-ind | yes
meeting     | 2026-03-02            | status | happened: new-delhi; scheduled: joburg-ind | yes
"""  # noqa: E501


def lines() -> list[list[str]]:
    """The cells of each line."""
    return [[cell.strip() for cell in line.split("|")] for line in _ENTRIES.strip().splitlines()]


def differing() -> list[list[str]]:
    """The cells of each line of what differs."""
    return [[cell.strip() for cell in line.split("|")] for line in _DIFFER.strip().splitlines()]
