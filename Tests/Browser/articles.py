"""Twenty articles as lines of JSON: the seeds, and others put together of sentences written for this project."""

import json
import os

SEED_DAYS = {"isfahan-strike": "2024-04-19", "derna-flood": "2023-09-19", "nairobi-protests": "2024-06-26"}

STORIES = [
    ("Ibadan", "Nigeria", "An explosion tore through a market in Ibadan on Monday and killed six people"),
    ("Peshawar", "Pakistan", "Gunmen attacked a police post near Peshawar on Tuesday and killed three officers"),
    ("Valparaiso", "Chile", "A wildfire destroyed forty houses in Valparaiso on Sunday"),
    ("Tbilisi", "Georgia", "Thousands of people protested in Tbilisi on Saturday against a new law"),
    ("Bukavu", "Democratic Republic of the Congo", "Clashes between militias near Bukavu on Friday killed eleven people"),
    ("Porto Alegre", "Brazil", "A flood drowned nine people in Porto Alegre on Wednesday"),
    ("Kharkiv", "Ukraine", "Shelling hit two apartment blocks in Kharkiv on Thursday and wounded fourteen people"),
    ("Mandalay", "Myanmar", "An earthquake shook Mandalay on Friday and buried dozens of people"),
    ("Port-au-Prince", "Haiti", "A gang abducted four nurses in Port-au-Prince on Monday"),
    ("Chennai", "India", "A cyclone flooded parts of Chennai on Tuesday and killed five people"),
    ("Izmir", "Turkey", "A fire in a factory in Izmir on Sunday killed two workers"),
    ("Maiduguri", "Nigeria", "A suicide bomber killed eight worshippers in Maiduguri on Friday"),
    ("Lyon", "France", "Railway workers went on strike in Lyon on Thursday"),
    ("Durban", "South Africa", "A landslide buried a row of houses in Durban on Saturday and killed seven people"),
    ("Guayaquil", "Ecuador", "Police arrested twelve men in Guayaquil on Wednesday after a shooting"),
    ("Aleppo", "Syria", "An airstrike hit a bakery in Aleppo on Thursday and killed ten people"),
    ("Yogyakarta", "Indonesia", "A bus crashed near Yogyakarta on Monday and twenty-one passengers were injured"),
]

PARAGRAPHS = [
    "{lead}, the regional government said. Witnesses in {town} said that help came within the hour, and that the road to the "
    "hospital was closed until the evening because rescuers needed it. A spokeswoman for the government of {country} said that "
    "it was too early to say more, and asked people to stay at home.",
    "“We heard it from the other side of the river, and then nobody knew where to go,” said a shopkeeper who has lived in {town} "
    "for thirty years. She counted the ambulances, she said, until she lost the number. Her daughter, who studies in London, "
    "rang every few minutes.",
    "Officials in the capital of {country} promised an inquiry. A report that was published last year had warned that the town "
    "was badly prepared, and a committee of the parliament asked for money that was never paid. The opposition called it a "
    "failure that anybody could have seen coming.",
    "The International Committee of the Red Cross sent two lorries with blankets and medicine from its depot in Geneva. The "
    "European Union and Japan offered help, and {country} accepted both offers. Schools in {town} will stay closed for the rest of "
    "the week.",
    "By nightfall most of the streets were quiet. A man who gave his name only as a teacher was still looking for his brother, "
    "with whom he had spoken at noon. “He said that he would take the usual way,” the man said, “and there is no other way.”",
]


def lines(root):
    """The lines of the batch, in an order that never changes."""
    articles = []
    for name, day in sorted(SEED_DAYS.items()):
        with open(os.path.join(root, "seeds", f"{name}.txt"), encoding="utf-8") as file:
            articles.append({"id": name, "text": file.read(), "date": day})
    for number, (town, country, lead) in enumerate(STORIES):
        body = [paragraph.format(lead=lead, town=town, country=country) for paragraph in PARAGRAPHS]
        text = f"{town.upper()}, {country} — " + "\n\n".join(body)
        articles.append({"id": f"story-{number + 1}", "title": f"{lead.split(' on ')[0]}", "text": text,
                         "date": f"2024-05-{number + 8:02}", "url": f"https://news.example/2024/{number + 1}"})
    return [json.dumps(article, ensure_ascii=False) for article in articles]


# An article that tries everything to become markup, script or a formula.
HOSTILE = {
    "id": "hostile\"><script>pwned=1</script>",
    "title": "<img src=x onerror=pwned=2> blast in Kabul </title><script>pwned=3</script>",
    "url": "javascript:pwned=4//https://news.example/",
    "date": "2024-04-19",
    "text": "<script>pwned=5</script></p></script><!-- A blast in Kabul <b onclick=pwned=6>killed</b> 7 people on Monday. "
            "]]>\n\n=HYPERLINK(\"http://evil.example\") A bomb exploded in Herat on Tuesday & killed “two” \\u003c people \u2028. "
            "</script><svg onload=pwned=7> \u202eGunmen attacked Kandahar\u202c on Wednesday's eve; <iframe src=//evil.example> "
            "&lt;script&gt; {{pwned=8}} ${pwned=9} `--> \x1b[31m\t\x07 end.",
}

SPANISH = {
    "id": "sequia", "url": "https://noticias.example/sequia", "date": "2024-04-19",
    "text": "La sequía en el norte de España ha dejado sin agua a miles de personas. El gobierno de la región ha dicho que no hay "
            "más remedio que esperar a que llueva, y que los pozos de los pueblos están vacíos desde hace semanas.",
}

ARABIC = {
    "id": "arabic", "date": "2024-04-19",
    "text": "قال مسؤولون في العاصمة إن الأمطار الغزيرة أغلقت الطرق في شمال البلاد، وإن فرق الإنقاذ وصلت إلى القرى صباح اليوم بعد أن "
            "انقطعت الكهرباء عن كثير من البيوت.",
}
